import { command, exitCodes, refuseUse, type ExitCode } from "./command-line.ts";
import { problemList } from "./problem-list.ts";
import type { Project } from "./project/project.ts";
import { loadModel } from "./simulate/load-model.ts";
import { nextSignal } from "./simulate/next-signal.ts";
import { noSpeed, readSpeed } from "./simulate/read-speed.ts";
import { complaintsAbout, namesIn } from "./simulate/firing-names.ts";
import { startSimulator, type Simulator } from "./simulate/simulator.ts";
import { textTable } from "./simulate/text-table.ts";
import { followCommands, stateOf, typedCommands } from "./simulate/typed-commands.ts";

export const simulateCommand = command({
  name: "simulate",
  summary:
    "Serves every scrape target of every service on free ports of 127.0.0.1, healthy or as an alert's scenario says.",
  options: {
    fire: {
      type: "string",
      value: "<Alert>[,<Alert>…]",
      help: "play these alerts' scenarios; <Alert>:2 is the second of several",
    },
    speed: {
      type: "string",
      value: "<n>",
      help: "the rules that look at it run with durations divided by n (see signalbox up)",
    },
  },
  run: runSimulate,
});

async function runSimulate(
  { fire, speed: wanted }: { readonly fire?: string; readonly speed?: string },
  project: Project,
): Promise<ExitCode> {
  const speed = readSpeed(wanted);
  if (speed === undefined) return refuseUse("simulate", noSpeed(wanted));
  const loaded = await loadModel(project);
  if ("problems" in loaded) {
    process.stderr.write(problemList(loaded.problems, "nothing is simulated", process.stderr));
    return exitCodes.problem;
  }
  const { model, definitions } = loaded;
  const names = namesIn(fire);
  const complaints = complaintsAbout(names, model);
  if (complaints.length > 0) return refuseUse("simulate", complaints.join("\n"));
  const simulator = await startSimulator({ model, services: definitions.services, speed });
  try {
    return await simulate(simulator, names);
  } finally {
    await simulator.stop();
  }
}

async function simulate(simulator: Simulator, names: readonly string[]): Promise<ExitCode> {
  for (const name of names) simulator.fire(name);
  const ended = nextSignal();
  process.stdout.write(
    `${textTable(simulator.targets.map(({ job, instance, url }) => [job, instance, url]))}\n`,
  );
  for (const [name, token] of simulator.tokens) {
    process.stdout.write(`where the secret ${name} is asked for: Authorization: Bearer ${token}\n`);
  }
  process.stdout.write(`${stateOf(simulator)}; `);
  process.stdout.write(`${typedCommands}\n`);
  const close = followCommands(process.stdin, simulator, (line) => process.stdout.write(`${line}\n`));
  await ended;
  close();
  return exitCodes.success;
}
