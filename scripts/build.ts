import { dirname, join } from "node:path";
import type { Compilation } from "../generators/compile.ts";
import { build } from "./build/build.ts";
import { buildingAgain, type Halves } from "./build/build-again.ts";
import { checkedDefinitions, compileDefinitions } from "./build/compile-definitions.ts";
import { reportOutcome } from "./build/report.ts";
import { stampBuild } from "./build/stamp-build.ts";
import type { Wanted } from "./build/wanted.ts";
import { typeProblems } from "./build/type-check.ts";
import { buildInNewProcess, watchAndBuild } from "./build/watch-and-build.ts";
import { command, exitCodes, type Command, type ExitCode } from "./command-line.ts";
import { engine } from "./engine.ts";
import { goPlainly } from "./project/load-module.ts";
import { withNamesOf, nameIn, type Project } from "./project/project.ts";
import { withProgress } from "./tools/status-line.ts";

export const buildCommand = buildCommandWith(checkedDefinitions, {
  compile: compileDefinitions,
  types: typeProblems,
});

/** The command, with a compiler: tests of what it writes and says bring one of their own. */
export function buildCommandWith(
  compile: (project: Project) => Promise<Compilation>,
  halves: Halves = { compile, types: async () => [] },
): Command {
  return command({
    name: "build",
    summary: "Builds out/ from the definitions: writes what changed, deletes what is no longer generated.",
    options: {
      check: {
        type: "boolean",
        help: "write nothing; exit 1 if out/ is not up to date with the definitions",
      },
      watch: { type: "boolean", short: "w", help: "build again after every save, until Ctrl-C" },
      plain: {
        type: "boolean",
        help: "load the definitions by tsx, file by file: slower, and with the same result",
      },
    },
    complaint: ({ check, watch }) =>
      check && watch ? "Options '--check' and '--watch' cannot be used together." : undefined,
    run: async ({ check, watch, plain }, project) => {
      if (plain) await goPlainly();
      return watch
        ? buildAfterEverySave(project, halves)
        : buildOnce(project, check ? "check" : "write", compile);
    },
  });
}

async function buildOnce(
  project: Project,
  mode: "write" | "check",
  compile: (project: Project) => Promise<Compilation>,
): Promise<ExitCode> {
  const compiled = await withProgress("loading the definitions …", sayOnTerminal, () => compile(project));
  const written = (wanted: Wanted) => stampBuild(project, wanted, startedAt);
  const outcome = build({ compiled, outFolder: project.out, mode, written });
  // Counted from the start of the process: loading the definitions is most of the time that a person waits.
  const { stream, text, exitCode } = reportOutcome(outcome, Math.round(performance.now()));
  process[stream].write(withNamesOf(project, text));
  return exitCode;
}

/** Before anything of the project was read. */
const startedAt = performance.timeOrigin;

function sayOnTerminal(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`${line}\n`);
}

async function buildAfterEverySave(project: Project, halves: Halves): Promise<ExitCode> {
  const definitions = dirname(project.definitions);
  const inNewProcess = () => buildInNewProcess(project.root);
  // Whoever works on the engine itself wants its changes built as well.
  const folders =
    engine.isSource || engine.program !== undefined
      ? [definitions, join(engine.packageFolder, "generators")]
      : [definitions];
  await watchAndBuild({
    folders,
    what: folders.map((folder) => `${nameIn(project, folder)}/`).join(" and "),
    buildOnce: engine.isSource ? inNewProcess : buildingAgain(project, halves, inNewProcess),
    say: (line) => process.stdout.write(`${line}\n`),
  });
  return exitCodes.success;
}
