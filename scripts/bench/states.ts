import { execFileSync } from "node:child_process";
import type { Trial } from "./in-turn.ts";
import { measure } from "./measure.ts";
import { forgetAll, forgetKept, npmRun, type ProjectPlace } from "./place.ts";
import { changeThreshold, writeThreshold } from "./threshold.ts";

/** In which state a command finds a project. */
export type State = "from nothing" | "one threshold changed" | "nothing changed";
export const states: readonly State[] = ["from nothing", "one threshold changed", "nothing changed"];

/** What a trial is called: `build, one threshold changed`. */
export function nameOf(command: string, state: State): string {
  return `${command}, ${state}`;
}

/** What the inner loop of an author needs: neither documentation nor tests. */
const onlyRules = ["--only", "rules,routing,dashboards"];
export const onlyRulesName = ["build", ...onlyRules].join(" ");

/** The build of what the inner loop needs, in each state; none where an older edition cannot leave the others out. */
export function onlyRulesTrials(place: ProjectPlace): Trial[] {
  const { program, args, folder, env } = npmRun(place, "build", ["--help"]);
  const help = execFileSync(program, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    encoding: "utf8",
  });
  return help.includes("--only") ? buildTrials(place, onlyRules, onlyRulesName) : [];
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

export const diffName = nameOf("diff", "one threshold changed");

/** What a change of one threshold does to people, and the build of that change that it is held against. */
export function diffTrials(place: ProjectPlace): Trial[] {
  const changed = async () => {
    await measure(npmRun(place, "build"));
    changeThreshold(place.threshold);
  };
  return [
    { name: nameOf("build", "one threshold changed"), prepare: changed, start: npmRun(place, "build") },
    {
      name: diffName,
      // What it is compared with has the first of both texts.
      prepare: () => writeThreshold(place.threshold, "second"),
      start: npmRun(place, "diff", ["--base", "HEAD"]),
    },
  ];
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
