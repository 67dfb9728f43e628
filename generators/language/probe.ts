import type { Allowances } from "./allow.ts";
import type { LabelSpecs } from "./label.ts";
import { gauge } from "./metric-definition.ts";
import { type Handles, metrics } from "./metric.ts";
import { type ScrapeMetrics, scrapeMetrics } from "./prometheus-metrics.ts";
import type { RuleDuration } from "./duration.ts";
import { callerPlace, type Place } from "./place.ts";
import type { SecretFile } from "./secret.ts";
import {
  type Source,
  type TargetLabels,
  type JobOptions,
  type JobOf,
  type JobLabels,
  jobLabels,
} from "./job.ts";

export interface ProbeModuleOptions {
  readonly description: string;
  readonly timeout: RuleDuration;
  /** Left out: any 2xx. */
  readonly validStatusCodes?: readonly number[];
  /** The probe fails unless the body matches all of these (RE2). */
  readonly bodyMatches?: readonly string[];
  /** The probe fails if the body matches one of these (RE2). */
  readonly bodyMustNotMatch?: readonly string[];
  readonly followRedirects?: boolean;
  /** True: the probe fails over plain HTTP. */
  readonly requireTls?: boolean;
  /** False: an untrusted or expired certificate does not end the probe, so that its expiry can be measured. */
  readonly verifyCertificate?: boolean;
  readonly bearerToken?: SecretFile;
  readonly allow?: Allowances;
}

/** What the blackbox exporter asks of an address, and which answers it takes for success. */
export interface ProbeModule extends ProbeModuleOptions {
  readonly kind: "probe module";
  readonly name: string;
  readonly place: Place;
}

/** A way to probe over HTTP, by name. */
export function probeModule(name: string, options: ProbeModuleOptions): ProbeModule {
  return { kind: "probe module", name, ...options, place: callerPlace() };
}

export interface ProbeOptions<T extends TargetLabels> extends JobOptions<T> {
  readonly module: ProbeModule;
  /** The addresses as the outside sees them; each becomes the label `instance`. */
  readonly targets: readonly (`http://${string}` | `https://${string}`)[];
}

/** A probe whose series carry the labels `C`. */
// An interface, because its name is what the editor shows.
export interface ProbeJob<C extends LabelSpecs = LabelSpecs> extends JobOf<
  "probe",
  ProbeOptions<TargetLabels>,
  C
> {}

/** Addresses that are asked from outside, through the blackbox exporter; the probe has its metrics, such as `probe_success`. */
export function probe<const J extends string, const T extends TargetLabels = {}>(
  job: J,
  { labels, ...options }: ProbeOptions<T>,
): ProbeJob<JobLabels<J, T>> & ScrapeMetrics<JobLabels<J, T>> & ProbeMetrics<JobLabels<J, T>> {
  const source = { job, seriesLabels: jobLabels(job, labels) };
  const scrape = { kind: "probe", ...options, targetLabels: labels ?? {}, place: callerPlace() } as const;
  return { ...scrapeMetrics(source), ...probeMetrics(source), ...source, ...scrape };
}

/** What the blackbox exporter measures with each HTTP probe. */
export function probeMetrics<C extends LabelSpecs>(source: Source<C>): ProbeMetrics<C> {
  return metrics(source, httpProbeMetrics);
}

// An interface, because its name is what the editor shows.
export interface ProbeMetrics<C extends LabelSpecs> extends Handles<Source<C>, typeof httpProbeMetrics> {}

const httpProbeMetrics = {
  probe_success: gauge({ help: "1 when the probe succeeded, else 0.", unit: "bool" }),
  probe_duration_seconds: gauge({ help: "How long the whole probe took.", unit: "seconds" }),
  probe_http_status_code: gauge({
    help: "Status of the last response; 0 when there was none.",
    unit: "code",
  }),
  probe_http_duration_seconds: gauge({
    help: "How long each phase of the request took, over all redirects.",
    unit: "seconds",
    labels: { phase: ["connect", "processing", "resolve", "tls", "transfer"] },
  }),
  probe_http_ssl: gauge({ help: "1 when the last response came over TLS.", unit: "bool" }),
  probe_failed_due_to_regex: gauge({ help: "1 when the body was not as expected.", unit: "bool" }),
  probe_ssl_earliest_cert_expiry: gauge({
    help: "When the first certificate of the chain expires; only with TLS.",
    unit: "timestamp",
  }),
};
