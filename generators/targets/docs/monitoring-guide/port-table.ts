import type { ContainerName } from "../../../language/compose.ts";
import type { Platform } from "../../../language/platform.ts";
import type { Model } from "../../../model/model.ts";
import { inlineCode, table } from "../../../text/markdown.ts";
import { shippedLogs } from "../../../model/log-shipping.ts";
import { hostUrl } from "../../parts/host-url.ts";
import { runningContainers, type RunningContainer } from "../../../model/running-containers.ts";

/** What each program is for. */
const purposes: Readonly<Record<ContainerName, string>> = {
  prometheus: "fetches and keeps the samples, works out the rules",
  alertmanager: "tells people of alerts; silences",
  grafana: "dashboards",
  "node-exporter": "measures the machine",
  "blackbox-exporter": "probes addresses from outside",
  "json-exporter": "makes metrics of JSON answers",
  filebeat: "reads log files",
  elasticsearch: "keeps log lines",
  kibana: "searches log lines",
};

/** The programs with their ports and addresses. */
export function portTable(model: Model): string[] {
  const rows = runningContainers(model).map((container) => [
    inlineCode(container.name),
    purposes[container.name],
    String(container.hostPort ?? "only inside"),
    addressOf(container, model.platform),
  ]);
  return [
    table(["program", "what for", "port on the machine", "address"], rows),
    [
      "The names are those of the compose file. All ports are open on the machine itself only.",
      ...(shippedLogs(model)
        ? [`The programs for log lines run only with the profile ${inlineCode("logs")}.`]
        : []),
    ].join(" "),
  ];
}

/** Where people open it: what the definitions say, else the port on the machine. */
function addressOf({ name, port }: RunningContainer, { externalUrls, deploy }: Platform): string {
  const urls: Partial<Record<ContainerName, string>> = externalUrls;
  const url = urls[name] ?? hostUrl(name, deploy);
  return url ?? `${inlineCode(`${name}:${port}`)}, inside of the stack`;
}
