import { parts } from "../generators/targets/part.ts";
import { build } from "./build/build.ts";
import {
  checkedDefinitions,
  compileDefinitions,
  type CheckedCompilation,
  type CompileOptions,
} from "./build/compile-definitions.ts";
import { complaintAboutParts, leftOutText, partsIn } from "./build/only.ts";
import { jsonOutcome } from "./build/json-report.ts";
import { reportOutcome } from "./build/report.ts";
import { diskOfLastBuild, stampBuild } from "./build/stamp-build.ts";
import { timingsFromStart } from "./build/timings.ts";
import { checkedTypes } from "./build/type-check.ts";
import type { Wanted } from "./build/wanted.ts";
import type { Halves } from "./build/watch/build-again.ts";
import { watchProject } from "./build/watch/watch-project.ts";
import { command, exitCodes, type Command, type ExitCode } from "./command-line.ts";
import { filesOnDisk } from "./kept/files-on-disk.ts";
import { goPlainly } from "./project/load-module.ts";
import { withNamesOf, type Project } from "./project/project.ts";
import { withProgress } from "./tools/status-line.ts";

export const buildCommand = buildCommandWith(checkedDefinitions, {
  compile: compileDefinitions,
  types: checkedTypes,
});

/** The command, with a compiler: tests of what it writes and says bring one of their own. */
export function buildCommandWith(
  compile: Compile,
  halves: Halves = { compile, types: async () => ({ problems: [] }) },
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
      only: {
        type: "string",
        value: "PARTS",
        help: `build only these of ${parts.join(",")}; what else is in out/ stays as it is`,
      },
      fresh: { type: "boolean", help: "work everything out anew, whatever earlier builds have kept" },
      timings: { type: "boolean", help: "print how long each phase took" },
      json: { type: "boolean", help: "say what came of it as JSON, for a program" },
      plain: {
        type: "boolean",
        help: "load the definitions by tsx, file by file: slower, and with the same result",
      },
    },
    complaint,
    run: async ({ check, watch, plain, ...options }, project) => {
      if (plain) await goPlainly();
      if (!watch) return buildOnce(project, check ? "check" : "write", compile, options);
      await watchProject(project, { halves, isPlain: plain ?? false });
      return exitCodes.success;
    },
  });
}

type Compile = (project: Project, options?: CompileOptions) => Promise<CheckedCompilation>;

interface BuildOptions {
  readonly check?: boolean;
  readonly watch?: boolean;
  readonly only?: string;
  readonly fresh?: boolean;
  readonly timings?: boolean;
  readonly json?: boolean;
}

function complaint({ check, watch, only, fresh, timings, json }: BuildOptions): string | undefined {
  const together = (one: string, other: string) =>
    `Options '--${one}' and '--${other}' cannot be used together.`;
  if (check && watch) return together("check", "watch");
  // Whether out/ is up to date is said of all of it.
  if (check && only !== undefined) return together("check", "only");
  const alone = Object.entries({ only: only !== undefined, fresh, timings, json }).find(
    ([, isGiven]) => isGiven,
  );
  if (watch && alone) return together("watch", alone[0]);
  // The table is for people.
  if (timings && json) return together("timings", "json");
  return only === undefined ? undefined : complaintAboutParts(only);
}

async function buildOnce(
  project: Project,
  mode: "write" | "check",
  compile: Compile,
  { only, fresh, timings: isTimed, json }: BuildOptions,
): Promise<ExitCode> {
  const wanted = only === undefined ? undefined : partsIn(only);
  const timings = isTimed ? timingsFromStart() : undefined;
  // Whoever wants it anew, or asks whether it is right, is told what all files hold.
  const disk = mode === "check" || fresh ? filesOnDisk() : diskOfLastBuild(project);
  const options = { only: wanted, fresh, during: timings?.during, disk };
  const compiled = await withProgress("loading the definitions …", sayOnTerminal, () =>
    compile(project, options),
  );
  const request = {
    compiled,
    outFolder: project.out,
    mode,
    isPart: wanted !== undefined,
    files: disk,
    written: (all: Wanted) =>
      stampBuild(project, { wanted: all, reads: compiled.acceptedReads, disk, startedAt }),
  };
  const outcome = timings ? timings.during("compare and write", () => build(request)) : build(request);
  // Counted from the start of the process: loading the definitions is most of the time that a person waits.
  const { stream, text, exitCode } = json
    ? jsonOutcome(outcome)
    : reportOutcome(outcome, Math.round(performance.now()));
  const leftOut = outcome.kind === "written" && wanted && !json ? leftOutText(wanted) : "";
  process[stream].write(withNamesOf(project, text + leftOut) + (timings?.table() ?? ""));
  return exitCode;
}

/** Before anything of the project was read. */
const startedAt = performance.timeOrigin;

function sayOnTerminal(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`${line}\n`);
}
