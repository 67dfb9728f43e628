import type { Place } from "../../../language/place.ts";
import type { Platform } from "../../../language/platform.ts";
import type { FileFinding } from "../../validation/finding.ts";
import { lastCaughtBefore, unmarshalErrors } from "../../validation/go-errors.ts";
import type { ProgramAnswer, ProgramValidator } from "../../validation/program.ts";
import { counted, type ValidationSubject } from "../../validation/subject.ts";

export const configPath = "alertmanager/alertmanager.yml";
export const templatesFolder = "alertmanager/templates/";

/** alertmanager.yml and its templates. The strict mode refuses matchers that the two parsers read differently. */
export const alertmanagerConfig: ProgramValidator = {
  id: "alertmanager-config",
  what: "alerting configuration",
  by: "program",
  program: "amtool",
  covers: (path) => path === configPath || path.startsWith(templatesFolder),
  mustRefuse: [
    {
      args: ["--enable-feature=utf8-strict-mode", "check-config", "wrong.yml"],
      folder: { "wrong.yml": "route: { receiver: nobody }\nreceivers: [{ name: somebody }]\n" },
    },
  ],
  *validate(subject) {
    const answers = yield [{ args: ["--enable-feature=utf8-strict-mode", "check-config", configPath] }];
    return {
      checked: counted(subject.paths.length, "file"),
      findings: answers.flatMap((answer) => findingsIn(answer, subject)),
    };
  },
};

/** What `amtool check-config` finds wrong with the configuration and the template files. */
function findingsIn({ code, stdout, stderr }: ProgramAnswer, subject: ValidationSubject): FileFinding[] {
  if (code === 0) return [];
  const failures = [...stdout.matchAll(/FAILED: (.+(?:\n {2}line .+)*)/g)];
  if (failures.length === 0)
    return [{ path: configPath, message: `amtool rejects it: ${`${stdout}${stderr}`.trim()}` }];
  return failures.flatMap(([, message = ""]) => templateFinding(message) ?? configFindings(message, subject));
}

/** Such as `template: signalbox.tmpl:85: function "toUper" not defined`. */
function templateFinding(message: string): FileFinding[] | undefined {
  const [, file, line, reason = ""] = /^template: (\S+?):(\d+)(?::\d+)?: (.+)/s.exec(message) ?? [];
  return file === undefined
    ? undefined
    : [{ path: `${templatesFolder}${file}`, line: Number(line), message: reason }];
}

function configFindings(message: string, { files, model: { platform } }: ValidationSubject): FileFinding[] {
  const lines = unmarshalErrors(message);
  if (lines.length === 0) return [{ path: configPath, place: placeOfNamed(message, platform), message }];
  return lines.map(({ line, reason }) => ({
    path: configPath,
    line,
    place: placeOfLine(files[configPath] ?? "", line, platform),
    message: reason,
  }));
}

/** Where the receiver, time interval or inhibition is defined that a message of amtool names in quotes. */
function placeOfNamed(message: string, platform: Platform): Place | undefined {
  const named = namedParts(platform).flatMap(({ parts }) => parts);
  return named.find(({ name }) => message.includes(`"${name}"`))?.place;
}

/** Where the part of the platform is defined whose section of alertmanager.yml includes this line. */
function placeOfLine(config: string, line: number, platform: Platform): Place {
  const section = lastCaughtBefore(config, line, /^(\w+):/);
  if (section === "route") return platform.routing.place;
  const name = lastCaughtBefore(config, line, /^ {2}- name: "?([^"]+)"?$/);
  const parts = namedParts(platform).find((candidate) => candidate.section === section)?.parts ?? [];
  return parts.find((part) => part.name === name)?.place ?? platform.place;
}

interface Named {
  readonly name: string;
  readonly place: Place;
}

function namedParts(
  platform: Platform,
): readonly { readonly section: string; readonly parts: readonly Named[] }[] {
  return [
    { section: "receivers", parts: Object.values(platform.receivers) },
    { section: "time_intervals", parts: Object.values(platform.timeIntervals) },
    { section: "inhibit_rules", parts: Object.values(platform.inhibitions) },
  ];
}
