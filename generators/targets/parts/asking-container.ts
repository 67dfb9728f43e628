import type { Compose, ContainerName } from "../../language/compose.ts";

/**
 * The program in whose container a person asks a target, as Prometheus or an exporter would: surely with wget, and where
 * programs on the host are reached too. Prometheus' own image need not have a shell.
 */
export function askingContainer({ containers }: Pick<Compose, "containers">): ContainerName {
  const exporters = ["blackbox-exporter", "json-exporter"] as const;
  return exporters.find((name) => containers[name] !== undefined) ?? "grafana";
}
