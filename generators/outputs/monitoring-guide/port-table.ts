import type { ContainerName, Stack } from "../../language/stack.ts";
import type { Model } from "../../model/model.ts";
import { inlineCode, table } from "../../text/markdown.ts";
import { shipsLogs } from "../compose/log-stack.ts";
import { hostUrl } from "../parts/host-url.ts";
import { runningContainers } from "../parts/running-containers.ts";

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
  const { stack } = model.platform;
  const rows = runningContainers(model).map((name) => [
    inlineCode(name),
    purposes[name],
    String(stack.containers[name].hostPort ?? "only inside"),
    addressOf(name, stack),
  ]);
  return [
    table(["program", "what for", "port on the machine", "address"], rows),
    [
      "The names are those of the compose file. All ports are open on the machine itself only.",
      ...(shipsLogs(model)
        ? [`The programs for log lines run only with the profile ${inlineCode("logs")}.`]
        : []),
    ].join(" "),
  ];
}

/** Where people open it: what the definitions say, else the port on the machine. */
function addressOf(name: ContainerName, stack: Stack): string {
  const urls: Partial<Record<ContainerName, string>> = stack.externalUrls;
  const url = urls[name] ?? hostUrl(name, stack);
  return url === undefined
    ? `${inlineCode(`${name}:${stack.containers[name].port}`)}, inside of the stack`
    : url;
}
