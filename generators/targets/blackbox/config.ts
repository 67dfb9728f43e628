import type { ProbeModule } from "../../language/probe.ts";
import type { JobModel } from "../../model/job-model.ts";
import type { Output } from "../../output.ts";
import { printYaml } from "../../text/yaml.ts";
import { sourceOf } from "../source-of.ts";

/** How the blackbox exporter asks: the modules of the probe jobs, each once, in the order of the jobs. */
export const blackbox: Output = ({ jobs, platform }) => {
  if (!platform.deploy.containers["blackbox-exporter"]) return {};
  const used = probeModules(jobs);
  const modules = Object.fromEntries(used.map((module) => [module.name, moduleSection(module)]));
  return { "blackbox/blackbox.yml": printYaml({ modules }, { source: sourceOf(used) }) };
};

function probeModules(jobs: readonly JobModel[]): ProbeModule[] {
  const byName = new Map(
    jobs.flatMap((job) => (job.kind === "probe" ? [[job.module.name, job.module]] : [])),
  );
  return [...byName.values()];
}

function moduleSection({ timeout, ...module }: ProbeModule): unknown {
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
      tls_config: module.verifyCertificate === false ? { insecure_skip_verify: true } : undefined,
    },
  };
}
