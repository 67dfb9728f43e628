import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";

interface Targets {
  readonly static_configs: { targets: string[] }[];
}
interface PrometheusConfig {
  readonly global: Record<string, unknown>;
  readonly alerting: { readonly alertmanagers: Targets[] };
}
interface RuleFile {
  readonly groups: { interval: string; readonly rules: readonly object[] }[];
}

/**
 * Makes the configuration of Prometheus fit this machine: its Alertmanager is the one given, and rules are evaluated each
 * second, so that nobody waits half a minute for the first result. All else stays as it is deployed.
 */
export function adaptPrometheus(folder: string, alertmanager: string): string {
  const file = join(folder, "prometheus/prometheus.yml");
  edit<PrometheusConfig>(file, ({ alerting }) => {
    for (const { static_configs } of alerting.alertmanagers) {
      for (const config of static_configs) config.targets = [new URL(alertmanager).host];
    }
  });
  for (const rules of ["alerts.yml", "recordings.yml"]) {
    edit<RuleFile>(join(folder, "prometheus", rules), ({ groups }) => {
      for (const group of groups) group.interval = "1s";
    });
  }
  return file;
}

function edit<T>(file: string, change: (config: T) => void): void {
  const config = parse(readFileSync(file, "utf8")) as T;
  change(config);
  writeFileSync(file, stringify(config, { lineWidth: 0 }));
}
