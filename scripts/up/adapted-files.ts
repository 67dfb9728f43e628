import { notifierTypes } from "../../generators/notifiers/index.ts";
import type { NotificationServer } from "./receiver/start-receiver.ts";
import { transports, type NotifierConfig } from "./receiver/transports.ts";
import { notifierKinds } from "./receiver/notification.ts";
import { discoveryOrigin, discoveryPath } from "../simulate/discovery-route.ts";
import type { ServedTargets, ServedTarget } from "../simulate/serve-targets.ts";

/** A file with an address that is kept as a secret where it is deployed. */
export interface AddressFile {
  readonly name: string;
  readonly url: string;
}

/**
 * Makes every notifier of alertmanager.yml notify `server` instead; everything else stays as deployed.
 *
 * @param pathOf where a file with an address will be
 * @returns the files that must stand there
 */
export function redirectReceivers(
  config: AlertmanagerConfig,
  server: Pick<NotificationServer, "urlFor" | "smarthost">,
  pathOf: (name: string) => string,
): AddressFile[] {
  // Only where there is e-mail to send.
  if (config.global) {
    config.global["smtp_smarthost"] = server.smarthost;
    // Nobody listens in on this machine, and the server has no certificate.
    config.global["smtp_require_tls"] = false;
  }
  return config.receivers.flatMap((receiver) => redirected(receiver, server, pathOf));
}

function redirected(
  receiver: Receiver,
  { urlFor }: Pick<NotificationServer, "urlFor">,
  pathOf: (name: string) => string,
): AddressFile[] {
  const files = new Map<string, AddressFile>();
  for (const kind of notifierKinds) {
    const url = urlFor(receiver.name, kind);
    const urlFile = (): string => {
      const name = `${kind}-url-of-${receiver.name}`;
      files.set(name, { name, url });
      return pathOf(name);
    };
    for (const config of receiver[notifierTypes[kind].section] ?? []) {
      transports[kind].redirect(config, { receiver: receiver.name, url, urlFile });
    }
  }
  return [...files.values()];
}

/** Makes the routes notify at any hour, in place. */
export function ignoreTimeIntervals(route: Route): void {
  delete route.active_time_intervals;
  delete route.mute_time_intervals;
  for (const child of route.routes ?? []) ignoreTimeIntervals(child);
}

/** Makes prometheus.yml find the programs that run here, in place. */
export function redirectPrometheus(
  config: PrometheusConfig,
  { hosts, targets }: Pick<ServedTargets, "hosts" | "targets">,
  alertmanager: string,
): void {
  for (const { static_configs } of config.alerting.alertmanagers) {
    for (const one of static_configs) one.targets = [alertmanager];
  }
  for (const job of config.scrape_configs) {
    const own = urlsOf(job.job_name, targets);
    for (const relabel of job.relabel_configs ?? []) {
      const { target_label, replacement } = relabel;
      if (target_label !== "__address__" || replacement === undefined) continue;
      // That of a target which is found by name, or behind a probe or a JSON endpoint the exporter that is asked in its place.
      const url = own.get(replacement);
      relabel.replacement =
        url === undefined ? (hosts.get(replacement) ?? replacement) : simulatedAddress(replacement, url);
    }
    if (job.dns_sd_configs) {
      delete job.dns_sd_configs;
      job.http_sd_configs = [whoIsThere(job.job_name, hosts)];
    }
    // The simulated certificate is signed by nobody.
    if (job.scheme === "https") job.tls_config = { insecure_skip_verify: true };
  }
}

/** The simulator in the place of Docker's DNS, which nobody would wait half a minute for. */
function whoIsThere(job: string, hosts: ReadonlyMap<string, string>): HttpDiscovery {
  const host = hosts.get(discoveryOrigin.replace("http://", "")) ?? "";
  return { url: `http://${host}${discoveryPath(job)}`, refresh_interval: "1s" };
}

function urlsOf(job: string, served: readonly ServedTarget[]): ReadonlyMap<string, string> {
  return new Map(served.filter((one) => one.job === job).map((one) => [one.address, one.url]));
}

/** Makes a job's file of targets name those that are simulated, in place; their labels stay. */
export function redirectTargets(file: TargetFile, job: string, served: readonly ServedTarget[]): void {
  const own = urlsOf(job, served);
  for (const group of file)
    group.targets = group.targets.map((address) => simulatedAddress(address, own.get(address)));
}

/** Makes the modules of an exporter that verify certificates trust those of the simulated targets, in place. */
export function trustAuthority({ modules }: ExporterConfig, authorityFile: string): void {
  for (const module of Object.values(modules)) {
    // A probe says how it asks in `http`, the JSON exporter in `http_client_config`, if it says anything.
    const client = module.http ?? (module.http_client_config ??= {});
    const isVerified = client.tls_config?.insecure_skip_verify !== true;
    if (isVerified) client.tls_config = { ...client.tls_config, ca_file: authorityFile };
  }
}

/** As it is written: a whole URL, or only its host. */
function simulatedAddress(address: string, url: string | undefined): string {
  if (url === undefined) return address;
  return /^https?:/.test(address) ? url : new URL(url).host;
}

/** What is read of prometheus.yml, beside its times. */
export interface PrometheusConfig {
  readonly alerting: { readonly alertmanagers: { readonly static_configs: { targets: string[] }[] }[] };
  readonly global: Record<string, string>;
  rule_files: string[];
  readonly scrape_configs: ScrapeConfig[];
}
export interface ScrapeConfig {
  readonly job_name: string;
  readonly scheme?: string;
  tls_config?: { readonly insecure_skip_verify: boolean };
  readonly relabel_configs?: { readonly target_label?: string; replacement?: string }[];
  dns_sd_configs?: readonly unknown[];
  http_sd_configs?: HttpDiscovery[];
}
interface HttpDiscovery {
  readonly url: string;
  readonly refresh_interval: string;
}

/** What is read of blackbox.yml and json-exporter.yml. */
export interface ExporterConfig {
  readonly modules: Readonly<Record<string, { readonly http?: HttpClient; http_client_config?: HttpClient }>>;
}
interface HttpClient {
  readonly follow_redirects?: boolean;
  tls_config?: { readonly insecure_skip_verify?: boolean; readonly ca_file?: string };
}

/** What is read of a file of targets. */
export type TargetFile = { targets: string[] }[];

/** What is read of alertmanager.yml. */
export interface AlertmanagerConfig {
  /** Left out where no receiver sends e-mail. */
  readonly global?: Record<string, unknown>;
  readonly route: Route;
  readonly receivers: Receiver[];
}
export interface Route {
  active_time_intervals?: string[];
  mute_time_intervals?: string[];
  readonly routes?: Route[];
}
export interface Receiver {
  readonly name: string;
  /** A list for each kind of notifier that it has. */
  readonly [section: `${string}_configs`]: NotifierConfig[] | undefined;
}
