import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import type { SecretFile } from "../../generators/language/secret.ts";
import type { Model } from "../../generators/model/model.ts";
import { secretsIn } from "../../generators/model/secrets-in.ts";
import { hasTargetFile } from "../../generators/targets/prometheus/target-files.ts";
import type { Simulator } from "../simulate/simulator.ts";
import {
  ignoreTimeIntervals,
  redirectReceivers,
  redirectPrometheus,
  redirectTargets,
  trustAuthority,
  type AlertmanagerConfig,
  type ExporterConfig,
  type PrometheusConfig,
  type TargetFile,
} from "./adapted-files.ts";
import type { NotificationServer } from "./receiver/start-receiver.ts";
import {
  cappedAlerts,
  narrowedRules,
  scalePrometheus,
  scaleRoutes,
  scaleRules,
  type PrometheusTimes,
  type RouteTimes,
  type RuleFile,
  type Scale,
} from "./scaled.ts";

export interface LayOutOptions {
  readonly model: Model;
  /** Absolute path of out/. */
  readonly outFolder: string;
  /** An empty folder. */
  readonly folder: string;
  readonly simulator: Pick<Simulator, "targets" | "hosts" | "tokens" | "authority">;
  readonly receiver: Pick<NotificationServer, "urlFor" | "smarthost">;
  readonly scale: Scale;
  /** Whether routes notify at any hour, and not only in their time intervals. */
  readonly atAnyHour: boolean;
}

/** Where the configurations stand that the programs are started with. */
export interface LaidOut {
  readonly alertmanagerFile: string;
  readonly blackboxFile: string;
  readonly jsonExporterFile: string;
  /** Alerts whose `for` is shorter than the speed alone would make it. */
  readonly capped: readonly string[];
  /** Rules that look at a shorter window than the speed alone would make it. */
  readonly narrowed: readonly string[];
  /** Writes prometheus.yml when it is known where Alertmanager is, with rules or without; the answer is its path. */
  readonly writePrometheus: (alertmanager: string, rules: "with rules" | "without rules") => string;
}

/** What of out/ the programs read; a project without probes has no blackbox exporter. */
const parts = ["prometheus", "alertmanager", "blackbox", "json-exporter"] as const;

const blackboxFile = "blackbox/blackbox.yml";
const jsonExporterFile = "json-exporter/json-exporter.yml";
const exporterFiles = [blackboxFile, jsonExporterFile];

/** Copies out/ into a folder, with secrets of its own, and makes it fit: addresses, times, receivers. */
export function layOutStack(options: LayOutOptions): LaidOut {
  const { outFolder, folder, scale } = options;
  for (const part of partsIn(outFolder))
    cpSync(join(outFolder, part), join(folder, part), { recursive: true });
  writeSecrets(options);
  adaptAlertmanager(options);
  adaptTargets(options);
  adaptExporters(options);
  const ruleFiles = ["alerts.yml", "recordings.yml"].map((name) => join(folder, "prometheus", name));
  const shortened = ruleFiles.filter(existsSync).flatMap((file) => {
    const rules = read<RuleFile>(file);
    const facts = { capped: cappedAlerts(rules, scale), narrowed: narrowedRules(rules, scale) };
    scaleRules(rules, scale);
    write(file, rules);
    return facts;
  });
  return {
    alertmanagerFile: join(folder, "alertmanager/alertmanager.yml"),
    blackboxFile: join(folder, blackboxFile),
    jsonExporterFile: join(folder, jsonExporterFile),
    capped: shortened.flatMap(({ capped }) => capped),
    narrowed: shortened.flatMap(({ narrowed }) => narrowed),
    writePrometheus: (alertmanager, rules) => writePrometheus(options, alertmanager, rules),
  };
}

function partsIn(folder: string): string[] {
  return parts.filter((part) => existsSync(join(folder, part)));
}

function secretsOf({ platform, jobs }: Model): SecretFile[] {
  return secretsIn([platform, jobs]);
}

function secretFolder(folder: string): string {
  return join(folder, "secrets");
}

/** Every secret, where the files now look for it; none is real, and only the simulated targets know theirs. */
function writeSecrets({ model, folder, simulator }: LayOutOptions): void {
  mkdirSync(secretFolder(folder), { recursive: true });
  const secrets = secretsOf(model);
  for (const { name } of secrets) {
    writeFileSync(
      join(secretFolder(folder), name),
      simulator.tokens.get(name) ?? `no ${name} is needed here`,
    );
  }
  for (const part of partsIn(folder)) {
    for (const entry of readdirSync(join(folder, part), { withFileTypes: true, recursive: true })) {
      if (entry.isFile()) pointToSecrets(join(entry.parentPath, entry.name), secrets, folder);
    }
  }
}

function pointToSecrets(file: string, secrets: readonly SecretFile[], folder: string): void {
  const text = readFileSync(file, "utf8");
  const pointed = secrets.reduce(
    (written, { path, name }) => written.replaceAll(path, join(secretFolder(folder), name)),
    text,
  );
  if (pointed !== text) writeFileSync(file, pointed);
}

function adaptAlertmanager({ folder, receiver, scale, atAnyHour }: LayOutOptions): void {
  const file = join(folder, "alertmanager/alertmanager.yml");
  const config = read<AlertmanagerConfig & { readonly route: RouteTimes }>(file);
  const addresses = redirectReceivers(config, receiver, (name) => join(secretFolder(folder), name));
  for (const { name, url } of addresses) writeFileSync(join(secretFolder(folder), name), url);
  if (atAnyHour) ignoreTimeIntervals(config.route);
  scaleRoutes(config.route, scale);
  write(file, config);
}

function adaptTargets({ model, folder, simulator }: LayOutOptions): void {
  for (const { name } of model.jobs.filter(hasTargetFile)) {
    const file = join(folder, "prometheus/targets", `${name}.yml`);
    const targets = read<TargetFile>(file);
    redirectTargets(targets, name, simulator.targets);
    write(file, targets);
  }
}

function adaptExporters({ folder, simulator }: LayOutOptions): void {
  const authorityFile = join(folder, "authority.pem");
  writeFileSync(authorityFile, simulator.authority);
  for (const file of exporterFiles.map((path) => join(folder, path)).filter(existsSync)) {
    const config = read<ExporterConfig>(file);
    trustAuthority(config, authorityFile);
    write(file, config);
  }
}

function writePrometheus(
  options: LayOutOptions,
  alertmanager: string,
  rules: "with rules" | "without rules",
): string {
  const { model, outFolder, folder, simulator, scale } = options;
  const file = join(folder, "prometheus/prometheus.yml");
  const config = read<PrometheusConfig & PrometheusTimes>(join(outFolder, "prometheus/prometheus.yml"));
  if (rules === "without rules") config.rule_files = [];
  redirectPrometheus(config, simulator, alertmanager);
  scalePrometheus(config, scale);
  write(file, config);
  pointToSecrets(file, secretsOf(model), folder);
  return file;
}

// A cast: these files were generated and validated; what is read of them is declared beside their types.
function read<Config>(file: string): Config {
  return parse(readFileSync(file, "utf8")) as Config;
}

function write(file: string, config: unknown): void {
  writeFileSync(file, stringify(config, { lineWidth: 0, aliasDuplicateObjects: false }));
}
