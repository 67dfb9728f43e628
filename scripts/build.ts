import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "./build/build.ts";
import { checkedDefinitions } from "./build/checked-definitions.ts";
import { reportOutcome } from "./build/report.ts";
import { runInNewProcess, watchAndBuild } from "./build/watch-and-build.ts";
import { exitCodes, refuseUse, runCommand } from "./command-line.ts";
import type { ExitCode } from "./command-line.ts";
import { withProgress } from "./tools/progress.ts";

const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");

const command = {
  name: "build",
  summary: "Builds out/ from definitions/: writes what changed, deletes what is no longer generated.",
  options: {
    check: { type: "boolean", help: "write nothing; exit 1 when out/ is not what the definitions say" },
    watch: { type: "boolean", short: "w", help: "build again after every save, until Ctrl-C" },
  },
} as const;

process.exitCode = await runCommand(command, process.argv.slice(2), async ({ check, watch }) => {
  if (check && watch) return refuseUse(command.name, "Options '--check' and '--watch' exclude each other.");
  return watch ? buildAfterEverySave() : buildOnce(check ? "check" : "write");
});

async function buildOnce(mode: "write" | "check"): Promise<ExitCode> {
  const compiled = await withProgress("loading definitions/ …", sayOnTerminal, () =>
    checkedDefinitions(root),
  );
  const outcome = build({ compiled, outFolder: join(root, "out"), mode });
  // Counted from the start of the process: loading the definitions is most of the time that a person waits.
  const { stream, text, exitCode } = reportOutcome(outcome, Math.round(performance.now()));
  process[stream].write(text);
  return exitCode;
}

function sayOnTerminal(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`${line}\n`);
}

async function buildAfterEverySave(): Promise<ExitCode> {
  await watchAndBuild({
    folders: [join(root, "definitions"), join(root, "generators")],
    buildOnce: () => runInNewProcess(fileURLToPath(import.meta.url), root),
    say: (line) => process.stdout.write(`${line}\n`),
  });
  return exitCodes.success;
}
