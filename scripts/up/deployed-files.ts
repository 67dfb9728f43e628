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
export interface NotifierConfig {
  url_file?: string;
  api_url_file?: string;
  webhook_url_file?: string;
  url?: string;
  api_url?: string;
  headers?: Record<string, string>;
  readonly [setting: string]: unknown;
}
