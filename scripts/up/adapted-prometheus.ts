import type { ServedTarget } from "../simulate/serve-targets.ts";
import type { PrometheusConfig, TargetFile } from "./deployed-files.ts";

/** Makes prometheus.yml find the programs that run here, in place. */
export function redirectPrometheus(
  config: PrometheusConfig,
  hosts: ReadonlyMap<string, string>,
  alertmanager: string,
): void {
  for (const { static_configs } of config.alerting.alertmanagers) {
    for (const one of static_configs) one.targets = [alertmanager];
  }
  for (const job of config.scrape_configs) {
    // Behind a probe or a JSON endpoint: the exporter that is asked in its place.
    for (const relabel of job.relabel_configs ?? []) {
      if (relabel.replacement !== undefined)
        relabel.replacement = hosts.get(relabel.replacement) ?? relabel.replacement;
    }
    // The simulated certificate is signed by nobody.
    if (job.scheme === "https") job.tls_config = { insecure_skip_verify: true };
  }
}

/** Makes a job's file of targets name those that are simulated, in place; their labels stay. */
export function redirectTargets(file: TargetFile, job: string, served: readonly ServedTarget[]): void {
  const own = new Map(served.filter((one) => one.job === job).map((one) => [one.address, one.url]));
  for (const group of file)
    group.targets = group.targets.map((address) => simulatedAddress(address, own.get(address)));
}

/** As it is written: a whole URL, or only its host. */
function simulatedAddress(address: string, url: string | undefined): string {
  if (url === undefined) return address;
  return /^https?:/.test(address) ? url : new URL(url).host;
}
