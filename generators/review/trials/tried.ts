import type { BothSides, Side } from "../played.ts";
import type { Answer, World } from "./trial.ts";

/** Something that one version did and the other did not, on the same series at the same moment. */
export interface Case {
  readonly world: World;
  /** The one that fires. */
  readonly fires: Side;
}

/** What was seen when both versions of an expression were evaluated on random series. */
export interface Tried {
  /** How many worlds there were of which Prometheus said what both give. */
  readonly worlds: number;
  /** In how many of them something fired. */
  readonly firing: number;
  /** Where the old one fires and the new one does not, on the fewest series. */
  readonly less: Case | undefined;
  /** Where the new one fires and the old one does not. */
  readonly more: Case | undefined;
  /** Where both fire, and each for other series. */
  readonly other: OtherSeries | undefined;
}

export interface OtherSeries {
  readonly world: World;
  readonly only: BothSides<readonly string[]>;
}

/** @param isRounded whether the versions may differ in the last digits: then nothing that meets a limit exactly counts */
export function triedOf(answers: readonly Answer[], isRounded = false): Tried {
  const told = answers.filter(
    ({ world, firing }) =>
      firing.base !== undefined && firing.head !== undefined && !(isRounded && world.kind !== "odd"),
  );
  const apart = told.map(({ world, firing }) => ({ world, only: onlyIn(firing) }));
  // What a person reads best: few series, that stay as they are.
  const weight = ({ isUnlikely, kind, series }: World) =>
    (isUnlikely ? 1000 : 0) + (kind === "changing" ? 100 : kind === "odd" ? 50 : 0) + series.length;
  const smallestFirst = apart.sort((a, b) => weight(a.world) - weight(b.world));
  const caseOf = (fires: Side, silent: Side): Case | undefined => {
    const found = smallestFirst.find(({ only }) => only[fires].length > 0 && only[silent].length === 0);
    return found && { world: found.world, fires };
  };
  return {
    worlds: new Set(told.map(({ world }) => world)).size,
    firing: new Set(
      told.filter(({ firing }) => firing.base?.length || firing.head?.length).map(({ world }) => world),
    ).size,
    less: caseOf("base", "head"),
    more: caseOf("head", "base"),
    other: smallestFirst.find(({ only }) => only.base.length > 0 && only.head.length > 0),
  };
}

/** Whether at that moment one version fires, and the other is silent. */
export function isCaseOf({ firing }: Answer, fires: Side): boolean {
  if (!firing.base || !firing.head) return false;
  const only = onlyIn(firing);
  return only[fires].length > 0 && only[fires === "base" ? "head" : "base"].length === 0;
}

function onlyIn({ base = [], head = [] }: Answer["firing"]): BothSides<readonly string[]> {
  return {
    base: base.filter((one) => !head.includes(one)),
    head: head.filter((one) => !base.includes(one)),
  };
}
