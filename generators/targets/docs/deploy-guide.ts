import type { Compose, ContainerName } from "../../language/compose.ts";
import type { SecretFile } from "../../language/secret.ts";
import type { JobModel } from "../../model/job-model.ts";
import { shippedLogs } from "../../model/log-shipping.ts";
import type { Model } from "../../model/model.ts";
import type { Output } from "../../output.ts";
import {
  bulletList,
  codeBlock,
  escapeMarkdown,
  heading,
  inlineCode,
  link,
  printMarkdown,
  table,
} from "../../text/markdown.ts";
import { logFolders } from "../compose/log-folders.ts";
import { allSecrets, secretsOf } from "../compose/secrets-of.ts";
import { targetsFolder } from "../compose/targets-folder.ts";
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

/** Every secret, what it is, and which programs read it. */
function secretTable(model: Model): string {
  const readers: [string, readonly SecretFile[]][] = Object.entries(secretsOf(model));
  const rows = allSecrets(model).map(({ name, purpose }) => [
    inlineCode(`secrets/${name}`),
    escapeMarkdown(purpose),
    readers
      .filter(([, secrets]) => secrets.some((secret) => secret.name === name))
      .map(([program]) => program)
      .join(", "),
  ]);
  return table(["secret", "what it is", "read by"], rows);
}

/** The variables of the compose file, which `.env` sets. */
function variableTable(model: Model): string {
  const ofTargets = [
    inlineCode(targetsFolder.variable),
    "folder with the targets of each job in this environment",
    inlineCode(targetsFolder.default),
  ];
  const ofLogs = logFolders(model).map(({ service, variable, default: usual }) => [
    inlineCode(variable),
    escapeMarkdown(`folder with the logs of ${service.title}; must be there when log lines are collected`),
    usual === "" ? "none: it must be set" : inlineCode(usual),
  ]);
  const rows = [...(model.jobs.length > 0 ? [ofTargets] : []), ...ofLogs];
  if (rows.length === 0) return "No variable has to be set.";
  return table(["variable in `.env`", "what it is", "if left out"], rows);
}

const { variable, own, default: generated } = targetsFolder;
const folder = own.replace("./", "");
const from = generated.replace("./", "");

/** How an environment says where its programs are, without a build and without touching what is generated. */
function ownTargets(model: Model): string[] {
  const [example] = model.jobs;
  if (!example) return [];
  const shared = sharedAddresses(model);
  return [
    heading(2, "Where the programs are"),
    `The files in ${inlineCode(`${from}/`)} have the targets of each job as the definitions say them. Where a program is somewhere else, or a second one runs, this environment keeps files of its own:`,
    codeBlock(
      "sh",
      [
        `cp -r ${from} ${folder}    # git and the build leave the copy alone`,
        `echo ${variable}=${own} >> .env`,
        `\${EDITOR:-vi} ${folder}/NAME.yml    # for each job NAME that is somewhere else`,
        "docker compose up -d --wait",
      ].join("\n"),
    ),
    bulletList([
      `Change the addresses under ${inlineCode("targets")} and the label ${inlineCode("instance")}, which is the name in panels and messages; keep the other labels.`,
      `${inlineCode(model.platform.deploy.hostAlias)} is this machine; ${inlineCode("localhost")} would be the container of Prometheus itself.`,
      "Later changes need no command: Prometheus reads a file again when it changes.",
      `After an update, ${inlineCode(`cp -n ${from}/* ${folder}/`)} brings the files of new jobs, and leaves those that are there. A job without its file has no targets.`,
      ...(shared.length > 0
        ? [
            `${shared.join(" ")} Where both run on one machine, only one of them can be there: move the other.`,
          ]
        : []),
    ]),
  ];
}

/** Jobs of several services that are looked for at the same address: where both run, one of them is somewhere else. */
function sharedAddresses({ jobs }: Pick<Model, "jobs">): string[] {
  const addresses = [...new Set(jobs.flatMap(addressesOf))].sort();
  return addresses.flatMap((address) => {
    const there = jobs.filter((job) => addressesOf(job).includes(address));
    if (new Set(there.map(({ service }) => service)).size < 2) return [];
    return `${inlineCode(address)} is the address of ${there.map(({ name }) => inlineCode(name)).join(" and ")}.`;
  });
}

/** `host:port`, of a whole URL too. */
function addressesOf({ targets }: JobModel): string[] {
  return targets.map(({ written }) => {
    if (!/^https?:\/\//.test(written)) return written;
    const { host, protocol, port } = new URL(written);
    return port === "" ? `${host}:${protocol === "https:" ? 443 : 80}` : host;
  });
}

/** Copies every volume into `backup/`. The programs rest meanwhile: a copy of files that change is no backup. */
function backUp(deploy: Compose): string {
  return ["docker compose stop", ...forEachVolume(deploy, ":ro", "-czf"), "docker compose start"].join("\n");
}

/** Fills empty volumes from `backup/`. */
function restore(deploy: Compose): string {
  return [
    "docker compose down --volumes",
    "docker compose create",
    ...forEachVolume(deploy, "", "-xzf"),
    "docker compose start",
  ].join("\n");
}

/** With the image of Prometheus, which has tar and is on the machine anyway. */
function forEachVolume({ name, containers }: Compose, readOnly: string, action: string): string[] {
  return [
    `for volume in $(docker volume ls -q --filter label=com.docker.compose.project=${name}); do`,
    `  docker run --rm --user 0 --entrypoint tar -v "$volume:/data${readOnly}" -v "$PWD/backup:/backup" \\`,
    `    ${containers.prometheus.image} ${action} "/backup/$volume.tar.gz" -C /data .`,
    "done",
  ];
}
