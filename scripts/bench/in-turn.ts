import { measure, type Measured, type Start } from "./measure.ts";
import { median } from "./statistics.ts";

/** A command that is measured several times. */
export interface Trial {
  readonly name: string;
  /** Brings about the state that the command is measured in. What it takes is not counted. */
  readonly prepare?: () => Promise<void> | void;
  readonly start: Start;
}

/** The medians of the rounds. */
export type Medians = Omit<Measured, "printed">;

/**
 * Measures all trials once, then all again: what else the machine does meanwhile slows all of them alike, and so the ratios of one
 * run mean something where its times do not.
 */
export async function measureInTurn(
  trials: readonly Trial[],
  rounds: number,
  say: (line: string) => void,
): Promise<ReadonlyMap<string, Medians>> {
  const all = new Map<string, Measured[]>(trials.map(({ name }) => [name, []]));
  if (all.size < trials.length) throw new Error("two trials have one name");
  for (let round = 1; round <= rounds; round += 1) {
    for (const { name, prepare, start } of trials) {
      await prepare?.();
      const measured = await measure(start);
      all.get(name)?.push(measured);
      say(`${round}/${rounds} ${name}: ${measured.cpuSeconds.toFixed(2)} CPU s`);
    }
  }
  return new Map([...all].map(([name, measured]) => [name, mediansOf(measured)]));
}

function mediansOf(measured: readonly Measured[]): Medians {
  const peaks = measured.flatMap(({ peakMiB }) => (peakMiB === undefined ? [] : [peakMiB]));
  return {
    cpuSeconds: median(measured.map(({ cpuSeconds }) => cpuSeconds)),
    wallSeconds: median(measured.map(({ wallSeconds }) => wallSeconds)),
    peakMiB: peaks.length === 0 ? undefined : median(peaks),
  };
}
