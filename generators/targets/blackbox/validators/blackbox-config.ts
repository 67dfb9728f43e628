import { exporterModules } from "../../../jobs/of-jobs.ts";
import type { Place } from "../../../language/place.ts";
import type { Model } from "../../../model/model.ts";
import type { FileFinding } from "../../validation/finding.ts";
import { lastCaughtBefore, unmarshalErrors } from "../../validation/go-errors.ts";
import type { ProgramAnswer, ProgramValidator } from "../../validation/program.ts";
import { counted, type ValidationSubject } from "../../validation/subject.ts";

export const blackboxPath = "blackbox/blackbox.yml";

/** blackbox.yml as the exporter reads it: unknown keys, durations, patterns. */
export const blackboxConfig: ProgramValidator = {
  id: "blackbox-config",
  what: "probes",
  by: "program",
  program: "blackbox_exporter",
  covers: (path) => path === blackboxPath,
  mustRefuse: [
    {
      args: ["--config.file=wrong.yml", "--config.check"],
      folder: { "wrong.yml": "modules: { wrong: { prober: http, http: { valid_status_codes: often } } }\n" },
    },
  ],
  *validate(subject) {
    const answers = yield [{ args: [`--config.file=${blackboxPath}`, "--config.check"] }];
    return {
      checked: counted(1, "file"),
      findings: answers.flatMap((answer) => findingsIn(answer, subject)),
    };
  },
};

function findingsIn({ code, stderr }: ProgramAnswer, { files, model }: ValidationSubject): FileFinding[] {
  if (code === 0) return [];
  // The log writes a line break inside of a text as \n.
  const written = /err="((?:[^"\\]|\\.)*)"/.exec(stderr)?.[1] ?? stderr.trim();
  const message = written.replaceAll("\\n", "\n").replaceAll('\\"', '"');
  const lines = unmarshalErrors(message);
  if (lines.length === 0) return [{ path: blackboxPath, message }];
  return lines.map(({ line, reason }) => ({
    path: blackboxPath,
    line,
    place: modulePlace(lastCaughtBefore(files[blackboxPath] ?? "", line, /^ {2}"?([^\s"]+)"?:$/), model),
    message: reason,
  }));
}

/** Where a probe module is defined, by its name. */
export function modulePlace(name: string | undefined, { jobs }: Pick<Model, "jobs">): Place | undefined {
  return exporterModules(jobs, "blackbox-exporter").find((module) => module.name === name)?.definition.place;
}
