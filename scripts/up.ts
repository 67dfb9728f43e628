import { command, exitCodes, refuseUse, type ExitCode } from "./command-line.ts";
import { withNamesOf, type Project } from "./project/project.ts";
import { complainOf, speechFor } from "./said.ts";
import { loadDeployed } from "./simulate/load-model.ts";
import { nextSignal } from "./simulate/next-signal.ts";
import { noSpeed, readSpeed } from "./simulate/speed.ts";
import { exportersOf } from "../generators/jobs/of-jobs.ts";
import { complaintsAbout, namesIn } from "./simulate/known-scenario.ts";
import { findStackTools } from "./up/stack-tools.ts";
import { runStack } from "./up/run-stack.ts";

export const upCommand = command({
  name: "up",
  summary:
    "Starts the real Prometheus, Alertmanager and exporters with out/, on simulated services, and prints every notification.",
  options: {
    fire: {
      type: "string",
      value: "<Alert>[,<Alert>…]",
      help: "make these alerts fire by simulating their scenarios; <Alert>:2 is the second of several",
    },
    speed: {
      type: "string",
      value: "<n>",
      help: "divide all durations (intervals, windows, for, grouping) by n, such as 20",
    },
    "any-hour": {
      type: "boolean",
      help: "notify at any hour, even on routes limited to business hours",
    },
    json: { type: "boolean", help: "say each thing as a line of JSON, for a program" },
  },
  run: runUp,
});

interface UpOptions {
  readonly fire?: string;
  readonly speed?: string;
  readonly "any-hour"?: boolean;
  readonly json?: boolean;
}

async function runUp(options: UpOptions, project: Project): Promise<ExitCode> {
  const speed = readSpeed(options.speed);
  if (speed === undefined) return refuseUse("up", noSpeed(options.speed));
  const speech = speechFor(options);
  const loaded = await loadDeployed(project);
  if ("problems" in loaded) {
    complainOf(speech, loaded.problems, "nothing is started", (text) => withNamesOf(project, text));
    return exitCodes.problem;
  }
  const { model, definitions } = loaded;
  const fire = namesIn(options.fire);
  const complaints = complaintsAbout(fire, model);
  if (complaints.length > 0) return refuseUse("up", complaints.join("\n"));
  const search = await findStackTools(exportersOf(model.jobs));
  if (!search.tools) {
    const messages = search.missing.map(({ message }) => message);
    speech.complain(`${messages.join("\n")}\n`, { event: "missing", messages });
    return exitCodes.problem;
  }
  const ended = nextSignal();
  return runStack({
    model,
    definitions,
    outFolder: project.out,
    tools: search.tools,
    missing: search.missing,
    speed,
    atAnyHour: options["any-hour"] ?? false,
    fire,
    ended,
    speech,
  });
}
