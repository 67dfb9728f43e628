import { command, exitCodes, refuseUse, type ExitCode } from "./command-line.ts";
import { complainOf, speechFor, type Speech } from "./said.ts";
import type { Project } from "./project/project.ts";
import { loadModel } from "./simulate/load-model.ts";
import { nextSignal } from "./simulate/next-signal.ts";
import { noSpeed, readSpeed } from "./simulate/speed.ts";
import { complaintsAbout, namesIn } from "./simulate/known-scenario.ts";
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
      help: "make these alerts fire by simulating their scenarios; <Alert>:2 is the second of several",
    },
    speed: {
      type: "string",
      value: "<n>",
      help: "for rules whose durations are divided by n (see signalbox up)",
    },
    json: { type: "boolean", help: "say each thing as a line of JSON, for a program" },
  },
  run: runSimulate,
});

interface SimulateOptions {
  readonly fire?: string;
  readonly speed?: string;
  readonly json?: boolean;
}

async function runSimulate(
  { fire, speed: wanted, json = false }: SimulateOptions,
  project: Project,
): Promise<ExitCode> {
  const speech = speechFor({ json });
  const speed = readSpeed(wanted);
  if (speed === undefined) return refuseUse("simulate", noSpeed(wanted));
  const loaded = await loadModel(project);
  if ("problems" in loaded) {
    complainOf(speech, loaded.problems, "nothing is simulated");
    return exitCodes.problem;
  }
  const { model, definitions } = loaded;
  const names = namesIn(fire);
  const complaints = complaintsAbout(names, model);
  if (complaints.length > 0) return refuseUse("simulate", complaints.join("\n"));
  const simulator = await startSimulator({ model, services: definitions.services, speed });
  try {
    return await simulate(simulator, names, speech);
  } finally {
    await simulator.stop();
  }
}

async function simulate(simulator: Simulator, names: readonly string[], { say }: Speech): Promise<ExitCode> {
  for (const name of names) simulator.fire(name);
  const ended = nextSignal();
  const targets = simulator.targets.map(({ job, instance, url }) => ({ job, instance, url }));
  const table = textTable(targets.map(({ job, instance, url }) => [job, instance, url]));
  say(`${table}\n`, { event: "targets", targets });
  for (const [secret, token] of simulator.tokens) {
    const authorization = `Bearer ${token}`;
    say(`targets that need the secret ${secret} expect: Authorization: ${authorization}\n`, {
      event: "secret",
      secret,
      authorization,
    });
  }
  const state = stateOf(simulator);
  say(`${state}; ${typedCommands}\n`, {
    event: "state",
    state,
    simulated: simulator.firing(),
    typedCommands,
  });
  const close = followCommands(process.stdin, simulator, (text) =>
    say(`${text}\n`, { event: "said", text, simulated: simulator.firing() }),
  );
  await ended;
  close();
  return exitCodes.success;
}
