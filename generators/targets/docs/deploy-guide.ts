import { groupBy } from "../../group-by.ts";
import type { Compose, ContainerName } from "../../language/compose.ts";
import type { SecretFile } from "../../language/secret.ts";
import type { JobModel } from "../../jobs/index.ts";
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
import { logFolders, targetsFolder } from "../compose/host-folders.ts";
import { hostProcesses, keptCapabilities, writableRoots } from "../compose/privileges.ts";
import { runningContainers } from "../../model/running-containers.ts";
import { imageOf } from "../compose/limits.ts";
import { listed } from "../../text/listed.ts";
import { hasTargetFile } from "../prometheus/target-files.ts";
import { allSecrets, secretsOf } from "../compose/secrets-of.ts";
import { sourceOf } from "../source-of.ts";

/** How to deploy, change, back up and roll back the files of `out/`, on one screen. */
export const deployGuide: Output = (model) => {
  const { deploy } = model.platform;
  const blocks = [
    heading(1, `Deploy ${deploy.name}`),
    "You need a Linux machine with Docker and its compose plugin. Run everything in this folder, and do not edit its files: they are generated.",
    `What is monitored, and what to do when something goes wrong: ${link("the monitoring guide", "docs/MONITORING.md")}.${messagesWords(model)}`,
    ...firstTime(model),
    ...ownTargets(model),
    ...changes(model),
    ...backups(model),
    ...hardening(model),
  ];
  return { "README.md": printMarkdown(blocks, { source: sourceOf([model.platform, deploy]) }) };
};

/** Of an alert without a rule test there is no page. */
function messagesWords({ alerts }: Model): string {
  if (alerts.length === 0) return "";
  return ` What people are sent of each alert, word for word: ${inlineCode("docs/messages/")}.`;
}

function firstTime(model: Model): string[] {
  return [
    heading(2, "The first time"),
    codeBlock(
      "sh",
      [
        "mkdir -m 700 secrets    # keeps other users of the machine out",
        'read -rs value && printf %s "$value" > secrets/NAME    # for each secret below',
        "chmod 444 secrets/*     # the containers run as different users",
        `chmod -R go+rX ${mountedFolders(model).join(" ")}    # after a checkout with umask 077: these are mounted`,
        ...(shippedLogs(model)
          ? ["echo COMPOSE_PROFILES=logs >> .env    # only if logs are collected too"]
          : []),
        "docker compose up -d --wait",
      ].join("\n"),
    ),
    secretTable(model),
    variableTable(model),
    addresses(model),
  ];
}

/** The folders of out/ that containers see; they read them as users of their own. */
function mountedFolders(model: Model): string[] {
  const read: Partial<Record<ContainerName, string>> = {
    alertmanager: "alertmanager",
    "blackbox-exporter": "blackbox",
    filebeat: "filebeat",
    grafana: "grafana",
    "json-exporter": "json-exporter",
    prometheus: "prometheus",
  };
  return runningContainers(model)
    .flatMap(({ name }) => read[name] ?? [])
    .sort();
}

/** What is more open than the rest, so that whoever reviews the deployment need not search. */
function hardening(model: Model): string[] {
  const running = new Set<string>(runningContainers(model).map(({ name }) => name));
  const exceptions = [
    ...Object.entries(writableRoots).map(([name, why]) => [name, "may write into its root filesystem", why]),
    ...Object.entries(keptCapabilities).map(([name, { names, why }]) => [
      name,
      `has the capability ${names.join(", ")}`,
      why,
    ]),
    ...Object.entries(hostProcesses).map(([name, why]) => [name, "sees the processes of the machine", why]),
  ].filter(([name = ""]) => running.has(name));
  return [
    heading(2, "Limits and privileges"),
    `Every container has limits of memory, processors and processes, no swap, a read-only root filesystem, no capabilities of root, and cannot gain privileges, as the CIS Docker Benchmark asks. Memory, ${inlineCode("cpus")} and ${inlineCode("maxProcesses")} are set in ${inlineCode(model.platform.deploy.place.file)}.${exceptions.length === 0 ? "" : " Exceptions:"}`,
    ...(exceptions.length === 0 ? [] : [table(["program", "exception", "reason"], exceptions)]),
  ];
}

function addresses({ platform: { externalUrls } }: Model): string {
  const urls = Object.entries(externalUrls).map(([name, url]) => `${name} at ${url}`);
  const first = `All ports are bound to localhost, so put a proxy with a login in front of them: ${urls.join(", ")}.`;
  return `${first} Grafana reads its password at the first start only; change it in Grafana after that.`;
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
    ? ` So does ${inlineCode("filebeat")}, where logs are collected.`
    : "";
  return [
    heading(2, "Change, update, roll back"),
    codeBlock(
      "sh",
      [
        "umask 022    # a file that only you may read is one that no container can",
        "git pull",
        ...apply,
      ].join("\n"),
    ),
    bulletList([
      `The signal makes the first ${reading.length === 2 ? "two" : "three"} reload their files without a gap. A bad file is refused and the old one stays in use: ${inlineCode("docker compose logs")} says why. ${theOthers} only at a restart.${andFilebeat}`,
      `Update: image versions are set in ${inlineCode(deploy.place.file)}; ${inlineCode("up")} pulls what changed. A ${inlineCode("digest")} there pins an image for good; without one, whoever publishes it can move its tag.`,
      `Roll back: ${inlineCode("git checkout COMMIT -- .")} instead of ${inlineCode("git pull")}. The data stays. An older major version cannot read what a newer one wrote: restore the backup as well.`,
    ]),
  ];
}

function backups({ platform: { deploy } }: Model): string[] {
  return [
    heading(2, "Back up and restore"),
    codeBlock("sh", backUp(deploy)),
    "Restore (this deletes the current data):",
    codeBlock("sh", restore(deploy)),
    `${inlineCode("secrets/")}, ${inlineCode(".env")} and the ${inlineCode("targets/")} of this environment are not in the backup: keep them where you keep secrets.`,
  ];
}

/** Every secret, its purpose, and which programs read it. */
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
  return table(["secret", "purpose", "read by"], rows);
}

/** The variables of the compose file, set in `.env`. */
function variableTable(model: Model): string {
  const ofTargets = [
    inlineCode(targetsFolder.variable),
    "folder with each job's targets in this environment",
    inlineCode(targetsFolder.default),
  ];
  const ofLogs = logFolders(model).map(({ service, variable, default: usual }) => [
    inlineCode(variable),
    escapeMarkdown(`folder with the logs of ${service.title}; must exist if logs are collected`),
    usual === "" ? "none, must be set" : inlineCode(usual),
  ]);
  const rows = [...(model.jobs.some(hasTargetFile) ? [ofTargets] : []), ...ofLogs];
  if (rows.length === 0) return "No variables need to be set.";
  return table(["variable in `.env`", "purpose", "default"], rows);
}

const { variable, own, default: generated } = targetsFolder;
const folder = own.replace("./", "");
const from = generated.replace("./", "");

/** How an environment sets its own targets, without a build and without touching generated files. */
function ownTargets(model: Model): string[] {
  const jobs = model.jobs.filter(hasTargetFile);
  const byName = model.jobs.filter((job) => !hasTargetFile(job));
  if (jobs.length === 0) return [];
  const shared = sharedAddresses(model);
  return [
    heading(2, "Targets of this environment"),
    `The files in ${inlineCode(`${from}/`)} have each job's targets as defined. If a program runs elsewhere, or there are more of them, keep this environment's targets in files of its own:`,
    codeBlock(
      "sh",
      [
        `cp -r ${from} ${folder}    # neither git nor the build touches the copy`,
        `echo ${variable}=${own} >> .env`,
        `\${EDITOR:-vi} ${folder}/NAME.yml    # for each job NAME with other targets`,
        "docker compose up -d --wait",
      ].join("\n"),
    ),
    bulletList([
      `Change the addresses under ${inlineCode("targets")} and the label ${inlineCode("instance")}, which panels and notifications show; keep the other labels.`,
      `${inlineCode(model.platform.deploy.hostAlias)} is this machine; ${inlineCode("localhost")} would be Prometheus' own container.`,
      "Later changes need no command: Prometheus reloads a target file when it changes.",
      `After an update, ${inlineCode(`cp -n ${from}/* ${folder}/`)} adds the files of new jobs and keeps yours. A job without a file has no targets.`,
      ...(byName.length > 0
        ? [
            `The targets of ${listed(byName.map(({ name }) => inlineCode(name)))} stand in no file: they are containers of this stack, found by name while they run.`,
          ]
        : []),
      ...(shared.length > 0
        ? [`${shared.join(" ")} On one machine only one of them can use it: move the other.`]
        : []),
    ]),
  ];
}

/** Jobs of several services with the same address: on one machine, one of them must move. */
function sharedAddresses({ jobs }: Pick<Model, "jobs">): string[] {
  const placed = jobs.flatMap((job) => [...new Set(addressesOf(job))].map((address) => ({ address, job })));
  const byAddress = groupBy(placed, ({ address }) => address);
  return [...byAddress.keys()].sort().flatMap((address) => {
    const there = (byAddress.get(address) ?? []).map(({ job }) => job);
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

/** Copies every volume into `backup/`. The containers are stopped meanwhile: a copy of changing files is no backup. */
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
    `    ${imageOf(containers.prometheus)} ${action} "/backup/$volume.tar.gz" -C /data .`,
    "done",
  ];
}
