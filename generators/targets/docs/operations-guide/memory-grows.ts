import type { Model } from "../../../model/model.ts";
import { codeBlock, heading, inlineCode, link, table } from "../../../text/markdown.ts";
import { runningContainers } from "../../../model/running-containers.ts";
import { instantQuery } from "../../parts/promtool-command.ts";

/** A program of the stack that takes more and more memory, and what is behind it. */
export function memoryGrows(model: Model): string[] {
  const { deploy, externalUrls } = model.platform;
  const prometheusUrl = externalUrls.prometheus.replace(/\/$/, "");
  return [
    heading(2, "Memory grows"),
    "**Symptom**: a program is slow or starts again and again. One that reaches its limit is ended and started anew.",
    "**How to tell**: who takes how much, and how often Prometheus was started anew:",
    codeBlock(
      "sh",
      [
        "docker stats --no-stream $(docker compose ps -q)",
        `docker inspect --format '{{.RestartCount}}' $(docker compose ps -q prometheus)`,
      ].join("\n"),
    ),
    limits(model),
    `Prometheus' memory grows with the number of its series. Which metrics have the most, and which jobs, these say, and ${link("TSDB status", `${prometheusUrl}/tsdb-status`)}, which has the labels too:`,
    codeBlock(
      "sh",
      [
        instantQuery('topk(10, count by (__name__) ({__name__!=""}))', deploy),
        instantQuery('topk(10, count by (job) ({__name__!=""}))', deploy),
      ].join("\n"),
    ),
    `**What to do**: a label with ever new values, such as an id or an address, is the usual reason. Take it out where the metric is made; its series leave memory some hours later. If all of them are wanted, raise ${inlineCode("memoryMiB")} in ${inlineCode(deploy.place.file)}, build and deploy.`,
  ];
}

function limits(model: Model): string {
  const rows = runningContainers(model).map(({ name, memoryMiB }) => [inlineCode(name), `${memoryMiB} MiB`]);
  return table(["program", "limit of memory"], rows);
}
