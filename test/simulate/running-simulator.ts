import { onTestFinished } from "vitest";
import { startSimulator, type Simulator } from "../../scripts/simulate/simulator.ts";
import { definitions, model } from "../example-model.ts";

export { model };

/** A simulator of the ticket shop; it stops when the test ends. */
export async function runningSimulator(speed = 1): Promise<Simulator> {
  const simulator = await startSimulator({ model, services: definitions.services, speed });
  onTestFinished(() => simulator.stop());
  return simulator;
}

/** Where the first target of a job is simulated. */
export function urlOf({ targets }: Pick<Simulator, "targets">, job: string): string {
  const target = targets.find((one) => one.job === job);
  if (!target) throw new Error(`no target of ${job} is simulated`);
  return target.url;
}

/** The value of a line of a page of metrics; undefined where there is no such line. */
export async function lineOf(url: string, line: string): Promise<number | undefined> {
  const page = await (await fetch(url)).text();
  const found = page.split("\n").find((one) => one.startsWith(`${line} `));
  return found === undefined ? undefined : Number(found.slice(line.length + 1));
}
