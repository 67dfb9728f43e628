import type { Place } from "../../../language/place.ts";
import type { Model } from "../../../model/model.ts";
import type { Files } from "../../../output.ts";
import type { FileFinding } from "../../validation/finding.ts";
import { lastCaughtBefore, unmarshalErrors } from "../../validation/go-errors.ts";
import type { ProgramAnswer, ProgramValidator } from "../../validation/program.ts";
import { counted, type ValidationSubject } from "../../validation/subject.ts";

const configPath = "prometheus/prometheus.yml";
/** Promtool reads these files, and Prometheus does not. */
const testsFolder = "prometheus/tests/";

/** prometheus.yml and the files it reads its targets from. The rule files have a validator of their own. */
export const prometheusConfig: ProgramValidator = {
  id: "prometheus-config",
  what: "scrape configuration",
  by: "program",
  program: "promtool",
  mustRefuse: [
    {
      args: ["check", "config", "--lint=all", "--lint-fatal", "wrong.yml"],
      folder: { "wrong.yml": "scrape_configs: [{ job_name: wrong, scrape_interval: often }]\n" },
    },
  ],
  covers: (path) => path === configPath || path.startsWith("prometheus/targets/"),
  *validate(subject) {
    const { paths, files } = subject;
    const args = ["check", "config", "--lint=all", "--lint-fatal", configPath];
    const answers = yield [{ args, folder: checkable(files, paths) }];
    return {
      checked: counted(paths.length, "file"),
      findings: [...answers.flatMap((answer) => findingsIn(answer, subject)), ...unnamedFiles(files)],
    };
  },
};

/** promtool wants to see the secret files, which are only where the stack runs. */
const secret = /\/run\/secrets\/([\w.-]+)/g;

/** A copy with a worthless secret file for each real one, and with empty rule files. Its lines are those of the original. */
export function checkable(files: Files, paths: readonly string[]): Files {
  const config = files[configPath] ?? "";
  const secrets = [...config.matchAll(secret)].map(([, name]) => [
    `prometheus/secrets/${name}`,
    "no secret\n",
  ]);
  const ruleFiles = Object.keys(files).filter((path) => /^prometheus\/[^/]+\.yml$/.test(path));
  return {
    ...Object.fromEntries(secrets),
    ...Object.fromEntries(ruleFiles.map((path) => [path, "groups: []\n"])),
    ...Object.fromEntries(paths.map((path) => [path, files[path] ?? ""])),
    // Relative paths are looked for in the folder of the configuration.
    [configPath]: config.replace(secret, "secrets/$1"),
  };
}

/** What `promtool check config` finds wrong with prometheus.yml and the target files; a warning counts. */
function findingsIn({ code, stdout, stderr }: ProgramAnswer, subject: ValidationSubject): FileFinding[] {
  const output = `${stdout}\n${stderr}`;
  const messages = [...output.matchAll(/^\s*(?:FAILED|WARNING): (.+(?:\n {2}line .+)*)/gm)];
  const findings = messages.flatMap(([, message = ""]) => findingsOf(message, subject));
  if (findings.length > 0 || code === 0) return findings;
  return [{ path: configPath, message: `promtool rejects it: ${output.trim()}` }];
}

function findingsOf(message: string, { files, model }: ValidationSubject): FileFinding[] {
  const path = /"?(prometheus\/targets\/[^"]+?\.yml)"?/.exec(message)?.[1] ?? configPath;
  const named = placeOfNamedJob(message, model);
  const lines = unmarshalErrors(message);
  if (lines.length === 0)
    return [{ path, place: named, message: message.replace(/^parsing YAML file \S+: /, "") }];
  return lines.map(({ line, reason }) => ({
    path,
    line,
    place: named ?? (path === configPath ? placeOfJobAt(files[path] ?? "", line, model) : undefined),
    message: reason,
  }));
}

/** Where the job is defined that a message of promtool names, or whose target file it names. */
function placeOfNamedJob(message: string, { jobs }: Pick<Model, "jobs">): Place | undefined {
  const named = jobs.find(({ name }) =>
    [`"${name}"`, `targets/${name}.yml`, `job: ${name},`].some((form) => message.includes(form)),
  );
  return named?.place;
}

/** Where the job is defined whose section of prometheus.yml includes this line. */
function placeOfJobAt(config: string, line: number, { jobs }: Pick<Model, "jobs">): Place | undefined {
  const written = lastCaughtBefore(config, line, /^\s*- job_name: "?([^"]+)"?$/);
  return jobs.find(({ name }) => name === written)?.place;
}

/** Files that Prometheus would never read, because its configuration does not name them. */
function unnamedFiles(files: Files): FileFinding[] {
  const named = new Set(
    [...(files[configPath] ?? "").matchAll(/^\s*- "?([^"\n]+?)"?$/gm)].map(([, item]) => item),
  );
  const others = Object.keys(files).filter((path) => path.startsWith("prometheus/") && path.endsWith(".yml"));
  return others
    .filter((path) => path !== configPath && !path.startsWith(testsFolder))
    .filter((path) => !named.has(path.slice("prometheus/".length)))
    .map((path) => ({
      path,
      message: `${configPath} does not name this file, so Prometheus never reads it`,
    }));
}
