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
  /** What a probe with this module checks, in one sentence. */
  readonly description: string;
  /** How long a probe may take before it fails. */
  readonly timeout: RuleDuration;
  /** Status codes that count as success: `[200, 401]`. Default: any 2xx. */
  readonly validStatusCodes?: readonly number[];
  /** Patterns (RE2) that the body must match, all of them. Default: none. */
  readonly bodyMatches?: readonly string[];
  /** Patterns (RE2) that the body must not match, none of them. Default: none. */
  readonly bodyMustNotMatch?: readonly string[];
  /** False: a redirect is the answer, and is not followed. Default: true. */
  readonly followRedirects?: boolean;
  /** True: the probe fails without TLS. Default: false. */
  readonly requireTls?: boolean;
  /** False: the probe goes on with an untrusted or expired certificate, so that its expiry can still be measured. Default: true. */
  readonly verifyCertificate?: boolean;
  /** A token to send in the header `Authorization: Bearer …`. A secret. Default: none. */
  readonly bearerToken?: SecretFile;
  /** Checks to suppress for this module, by id, each with a reason. */
  readonly allow?: Allowances;
}

/** How the blackbox exporter probes an address, and which answers count as success. */
export interface ProbeModule extends ProbeModuleOptions {
  readonly kind: "probe module";
  readonly name: string;
  readonly place: Place;
}

/**
 * How to probe over HTTP, and which answers count as success.
 * @example probeModule("http_2xx", { description: "The page answers.", timeout: "5s" })
 * @refuses probeModule("http_2xx", { description: "The page answers." })
 */
export function probeModule(name: string, options: ProbeModuleOptions): ProbeModule {
  return { kind: "probe module", name, ...options, place: callerPlace() };
}

export interface ProbeOptions<T extends TargetLabels> extends JobOptions<T> {
  /** How the addresses are probed, and which answers count as success. */
  readonly module: ProbeModule;
  /** The addresses as users open them: `["https://shop.example/health"]`; each is the value of the label `instance`. */
  readonly targets: readonly (`http://${string}` | `https://${string}`)[];
}

/** A probe whose series carry the labels `C`. */
// An interface, because its name is what the editor shows.
export interface ProbeJob<C extends LabelSpecs = LabelSpecs> extends JobOf<
  "probe",
  ProbeOptions<TargetLabels>,
  C
> {}

/**
 * Addresses that are probed from outside, by the blackbox exporter. The probe itself has its metrics: `site.probe_success`.
 * @example probe("site", { description: "The website.", module: http2xx, targets: ["https://shop.example"] })
 * @refuses probe("site", { description: "The website.", module: http2xx, targets: ["shop.example"] })
 * @check needed-parts-are-declared
 * @check probes-end-before-their-scrape
 */
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
