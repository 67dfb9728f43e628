import * as z from "zod";
import { scrapeMetrics } from "../language/prometheus-metrics.ts";
import { probeMetrics, type ProbeJob, type ProbeModule } from "../language/probe.ts";
import { address, listOf, longerThanNothing, named, wholeNumber } from "../shape-values.ts";
import { escapeMarkdown, inlineCode } from "../text/markdown.ts";
import type { AtRest, JobType } from "./job.ts";
import { presence } from "./presence.ts";
import { reachable } from "./reachable.ts";
import { jobShape } from "./shape.ts";

/** What only a probe is resolved to. */
interface OwnModel {
  readonly module: ProbeModule;
}

const moduleShape = z.object({
  name: named(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/, "use letters, digits, _, - and ."),
  timeout: longerThanNothing,
  validStatusCodes: listOf(
    wholeNumber(100, 599, "write status codes from 100 to 599"),
    "name at least one, or leave the list out for any 2xx",
  ).optional(),
});

/** An address that is asked from outside, through the blackbox exporter. */
export const probe: JobType<ProbeJob, OwnModel> = {
  word: "probe",
  noun: "probe",
  shape: jobShape(address, { module: moduleShape }),
  resolve: ({ module }) => ({ module }),
  target: (written, localhost) => ({ written, address: reachable(written, localhost), instance: written }),
  ownMetrics: (job) => [scrapeMetrics(job), probeMetrics(job)],
  sample: () => undefined,
  asked: {
    by: "blackbox-exporter",
    module: ({ module }) => ({ name: module.name, section: moduleSection(module), definition: module }),
    debug: "&debug=true",
  },
  url: (_job, url) => url,
  token: ({ module }) => module.bearerToken,
  secrets: ({ module }) => (module.bearerToken ? [module.bearerToken] : []),
  parts: ({ module }) => [{ noun: "probe module", definition: module }],
  texts: () => [],
  docs: {
    reached: ({ module: { name, description } }) =>
      `Through the blackbox exporter, module ${inlineCode(name)}: ${escapeMarkdown(description)}`,
    notes: () => [],
    fields: () => [],
    noData: [],
  },
  // The exporter writes what it measures into each answer; what comes with TLS only goes when the probe fails.
  alwaysThere: () => [],
  anything: (job) => presence(job, { metric: "probe_success" }),
  atRest: ({ module, targets }, metric) =>
    restOf(
      module,
      targets.some(({ written }) => written.startsWith("https:")),
    )[metric],
};

function moduleSection({ timeout, ...module }: ProbeModule): object {
  return {
    prober: "http",
    timeout,
    http: {
      // The exporter prefers IPv6, but the containers' network has only IPv4: a host with both addresses would seem down.
      preferred_ip_protocol: "ip4",
      valid_status_codes: module.validStatusCodes,
      // Redirects are followed, and plain HTTP is taken, unless the definition says otherwise.
      follow_redirects: module.followRedirects === false ? false : undefined,
      fail_if_not_ssl: module.requireTls === true ? true : undefined,
      fail_if_body_matches_regexp: module.bodyMustNotMatch,
      fail_if_body_not_matches_regexp: module.bodyMatches,
      authorization: module.bearerToken && { credentials_file: module.bearerToken.path },
      tls_config: verifiesCertificate(module) ? undefined : { insecure_skip_verify: true },
    },
  };
}

/** Whether a probe fails where the certificate is for another name, of an unknown issuer or not valid now. */
export function verifiesCertificate({ verifyCertificate }: Pick<ProbeModule, "verifyCertificate">): boolean {
  return verifyCertificate !== false;
}

/** The status that a healthy target answers. */
export function healthyStatus({ validStatusCodes }: Pick<ProbeModule, "validStatusCodes">): number {
  return validStatusCodes?.[0] ?? 200;
}

/** How long the certificate of a healthy target is valid: further ahead than any rule looks. */
export const healthyCertificateSeconds = 365 * 24 * 60 * 60;

function restOf(module: ProbeModule, isTls: boolean): Readonly<Record<string, AtRest>> {
  return {
    probe_success: 1,
    probe_http_ssl: isTls ? 1 : 0,
    probe_http_status_code: healthyStatus(module),
    probe_ssl_earliest_cert_expiry: isTls ? { secondsAhead: healthyCertificateSeconds } : "missing",
  };
}
