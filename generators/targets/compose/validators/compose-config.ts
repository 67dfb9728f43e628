import type { FileFinding } from "../../validation/finding.ts";
import type { ProgramAnswer, ProgramValidator } from "../../validation/program.ts";
import { entriesAt } from "../../validation/untyped-data.ts";
import { counted } from "../../validation/subject.ts";
import { composeMistakes } from "../compose-mistakes.ts";

export const composePath = "docker-compose.yml";

/** The compose file with all its profiles: compose does not look at all of what is in a profile that is off. */
export const composeConfig: ProgramValidator = {
  id: "compose-config",
  what: "compose file",
  by: "program",
  program: "docker-compose",
  covers: (path) => path === composePath,
  mustRefuse: [
    {
      args: ["--profile", "*", "--env-file", ".env", "-f", "wrong.yml", "config", "--format", "json"],
      folder: {
        ".env": "",
        "wrong.yml": "name: wrong\nservices: { one: { image: one, depends_on: [another] } }\n",
      },
      environment: {},
    },
  ],
  *validate({ files, model, outFolder }) {
    const text = files[composePath] ?? "";
    // Without the environment of whoever validates, and without their .env file: the result is the same everywhere.
    const environment = Object.fromEntries(requiredVariables(text).map((name) => [name, sampleValue]));
    const answers = yield [
      {
        args: [
          ...["--profile", "*", "--env-file", ".env", "-f", `${outFolder}/${composePath}`],
          ...["config", "--format", "json"],
        ],
        folder: { ".env": "" },
        environment,
      },
    ];
    const config = answers.map(({ code, stdout }): unknown =>
      code === 0 ? JSON.parse(stdout) : undefined,
    )[0];
    const messages = [
      ...answers.flatMap(complaintsIn),
      ...composeMistakes(config, outFolder, Object.keys(files)),
    ];
    const { place } = model.platform.deploy;
    return {
      checked: counted(entriesAt(config, "services").length, "service"),
      findings: messages.map((message): FileFinding => ({ path: composePath, place, message })),
    };
  },
};

/** Something for every variable that must be set; compose does not look for the path. */
const sampleValue = "/sample";

/**
 * The variables that a compose file refuses to run without, `${NAME:?…}`. A doubled dollar sign is a dollar sign, and no
 * variable.
 */
export function requiredVariables(text: string): string[] {
  const found = text.matchAll(/\$\$|\$\{(\w+):?\?/g);
  return [...new Set([...found].flatMap(([, name]) => name ?? []))];
}

/** Errors, and warnings too: compose warns of a variable that is not set, and goes on without it. */
function complaintsIn({ code, stderr }: ProgramAnswer): string[] {
  const lines = stderr.split("\n").filter((line) => line.trim() !== "");
  const warnings = lines.flatMap((line) => /level=warning msg="((?:[^"\\]|\\.)*)"/.exec(line)?.[1] ?? []);
  const errors = code === 0 ? [] : lines.filter((line) => !line.includes("level=warning"));
  return [...warnings.map((warning) => warning.replaceAll('\\"', '"')), ...errors];
}
