import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { exitCodes, refuseUse, runCommand, type ExitCode } from "./command-line.ts";
import { problemList } from "./problem-list.ts";
import { loadModel } from "./simulate/load-model.ts";
import { nextSignal } from "./simulate/next-signal.ts";
import { noSpeed, readSpeed } from "./simulate/read-speed.ts";
import { complaintsAbout, namesIn } from "./simulate/ring-names.ts";
import { findStackTools } from "./up/stack-tools.ts";
import { runStack } from "./up/run-stack.ts";

const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");

const command = {
  name: "up",
  summary:
    "Starts the real Prometheus, Alertmanager and exporters with out/, on simulated services, and prints every notification.",
  options: {
    ring: {
      type: "string",
      value: "<Alert>[,<Alert>…]",
      help: "play these alerts' scenarios; <Alert>:2 is the second of several",
    },
    speed: {
      type: "string",
      value: "<n>",
      help: "divide all durations by n: intervals, windows, for, grouping; such as 20",
    },
    "any-hour": {
      type: "boolean",
      help: "notify at any hour, also by routes that do so in business hours only",
    },
  },
} as const;

process.exitCode = await runCommand(command, process.argv.slice(2), async (options) => {
  const speed = readSpeed(options.speed);
  if (speed === undefined) return refuseUse(command.name, noSpeed(options.speed));
  const loaded = await loadModel(root);
  if ("problems" in loaded) return failed(problemList(loaded.problems, "nothing is started", process.stderr));
  const { model, definitions } = loaded;
  const ring = namesIn(options.ring);
  const complaints = complaintsAbout(ring, model);
  if (complaints.length > 0) return refuseUse(command.name, complaints.join("\n"));
  const search = await findStackTools(model);
  if (!search.tools) return failed(`${search.missing.map(({ message }) => message).join("\n")}\n`);
  const ended = nextSignal();
  return runStack({
    model,
    definitions,
    outFolder: join(root, "out"),
    tools: search.tools,
    missing: search.missing,
    speed,
    atAnyHour: options["any-hour"] ?? false,
    ring,
    ended,
  });
});

function failed(message: string): ExitCode {
  process.stderr.write(message);
  return exitCodes.problem;
}
