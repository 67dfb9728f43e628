import type { Trial } from "./in-turn.ts";
import { measure } from "./measure.ts";
import { forgetAll, forgetKept, npmRun, type ProjectPlace } from "./place.ts";
import { changeThreshold } from "./threshold.ts";

/** In which state a command finds a project. */
export type State = "from nothing" | "one threshold changed" | "nothing changed";
export const states: readonly State[] = ["from nothing", "one threshold changed", "nothing changed"];

/** What a trial is called: `build, one threshold changed`. */
export function nameOf(command: string, state: State): string {
  return `${command}, ${state}`;
}

/** The build in each state; in this order each leaves what the next one needs. */
export function buildTrials(place: ProjectPlace, args: readonly string[] = [], name = "build"): Trial[] {
  const prepare: Readonly<Record<State, () => void>> = {
    "from nothing": () => forgetAll(place),
    "one threshold changed": () => changeThreshold(place.threshold),
    "nothing changed": () => {},
  };
  return states.map((state) => ({
    name: nameOf(name, state),
    prepare: prepare[state],
    start: npmRun(place, "build", args),
  }));
}

/** A command that reads what was built, in each state. What the build before it takes is not counted. */
export function trialsAfterBuild(place: ProjectPlace, script: string): Trial[] {
  const build = async () => void (await measure(npmRun(place, "build")));
  const prepare: Readonly<Record<State, () => Promise<void>>> = {
    "from nothing": async () => {
      await build();
      forgetKept(place);
    },
    "one threshold changed": async () => {
      changeThreshold(place.threshold);
      await build();
    },
    "nothing changed": async () => {},
  };
  return states.map((state) => ({
    name: nameOf(script, state),
    prepare: prepare[state],
    start: npmRun(place, script),
  }));
}
