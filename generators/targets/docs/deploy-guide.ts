import type { ContainerName } from "../../language/compose.ts";
import type { Model } from "../../model/model.ts";
import type { Output } from "../../output.ts";
import { bulletList, codeBlock, heading, inlineCode, link, printMarkdown } from "../../text/markdown.ts";
import { shippedLogs } from "../../model/log-shipping.ts";
import { backUp, restore } from "./deploy-guide/backup-commands.ts";
import { ownTargets } from "./deploy-guide/own-targets.ts";
import { secretTable } from "./deploy-guide/secret-table.ts";
import { variableTable } from "./deploy-guide/variable-table.ts";
import { sourceOf } from "../parts/source-of.ts";

/** How the files of `out/` are deployed, changed, backed up and taken back: one screen for the person who does it. */
export const deployGuide: Output = (model) => {
  const { deploy } = model.platform;
  const blocks = [
    heading(1, `Deploy ${deploy.name}`),
    "On a Linux machine with Docker and its compose plugin, in this folder. Nothing here is edited: all of it is generated.",
    `What is monitored, and what to do when something is wrong: ${link("the monitoring guide", "docs/MONITORING.md")}.`,
    ...firstTime(model),
    ...ownTargets(model),
    ...changes(model),
    ...backups(model),
  ];
  return { "README.md": printMarkdown(blocks, { source: sourceOf([model.platform, deploy]) }) };
};

function firstTime(model: Model): string[] {
  return [
    heading(2, "The first time"),
    codeBlock(
      "sh",
      [
        "mkdir -m 700 secrets    # keeps other people of the machine out",
        'read -rs value && printf %s "$value" > secrets/NAME    # once for each secret below',
        "chmod 444 secrets/*     # the programs run as different users",
        ...(shippedLogs(model)
          ? ["echo COMPOSE_PROFILES=logs >> .env    # only where log lines are collected too"]
          : []),
        "docker compose up -d --wait",
      ].join("\n"),
    ),
    secretTable(model),
    variableTable(model),
    addresses(model),
  ];
}

function addresses({ platform: { externalUrls } }: Model): string {
  const urls = Object.entries(externalUrls).map(([name, url]) => `${name} at ${url}`);
  const first = `All ports are open on this machine only, so a proxy with a login stands before them: ${urls.join(", ")}.`;
  return `${first} Grafana takes its password at the first start; later it is changed in Grafana.`;
}

function changes(model: Model): string[] {
  const { deploy } = model.platform;
  const among = (...names: readonly ContainerName[]): ContainerName[] =>
    names.filter((name) => deploy.containers[name] !== undefined);
  const reading = among("prometheus", "alertmanager", "blackbox-exporter");
  const restarted = among("grafana", "json-exporter");
  const apply = [
    "docker compose up -d --wait",
    `docker compose kill -s HUP ${reading.join(" ")}`,
    `docker compose restart ${restarted.join(" ")}`,
  ];
  const theOthers = restarted.length === 1 ? "Grafana reads its files" : "The others read theirs";
  const andFilebeat = shippedLogs(model)
    ? ` So does ${inlineCode("filebeat")}, where log lines are collected.`
    : "";
  return [
    heading(2, "Change, update, roll back"),
    codeBlock("sh", ["git pull", ...apply].join("\n")),
    bulletList([
      `On the signal the first ${reading.length === 2 ? "two" : "three"} read their files again, without a gap. A file that is wrong is refused, and the old one stays in force: ${inlineCode("docker compose logs")} says why. ${theOthers} only when ${restarted.length === 1 ? "it starts" : "they start"}.${andFilebeat}`,
      `Update: the versions of the images stand in ${inlineCode(deploy.place.file)}; ${inlineCode("up")} fetches what changed.`,
      `Roll back: ${inlineCode("git checkout COMMIT -- .")} in place of ${inlineCode("git pull")}. The data stays. What a newer major version has written an older one cannot read: then restore the backup too.`,
    ]),
  ];
}

function backups({ platform: { deploy } }: Model): string[] {
  return [
    heading(2, "Back up and restore"),
    codeBlock("sh", backUp(deploy)),
    "Restore, which deletes what is there now:",
    codeBlock("sh", restore(deploy)),
    `${inlineCode("secrets/")}, ${inlineCode(".env")} and the ${inlineCode("targets/")} of this environment are not in the backup: keep them where secrets are kept.`,
  ];
}
