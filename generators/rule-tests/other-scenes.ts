import type { Model } from "../model/model.ts";
import type { CaseOptions } from "./alert-cases.ts";
import { birthCase, returnCase, silencedCase } from "./birth-case.ts";
import { firesOnce, firstFiring } from "./first-firing.ts";
import { followingCase } from "./following-case.ts";
import { gapCase } from "./gap-case.ts";
import { ownWordsCase } from "./own-words-case.ts";
import type { Unplayed } from "./rule-test.ts";
import type { ScenarioResult } from "./scenario-result.ts";
import type { Scene } from "./scenes.ts";
import { stopsCase } from "./stops-case.ts";

/** The scenes of a scenario that are played, and those that are not. */
export interface PlayedScenes {
  readonly scenes: readonly Scene[];
  readonly unplayed: readonly Unplayed[];
}

/** A scene, and what an alert that comes and goes would have to do in it: it cannot go on for as long as the scene. */
interface OtherScene {
  readonly scene: Scene;
  readonly wants: "firing" | "silence" | "lasting";
}

/** What else happens to the series of a scenario: they are born, a scrape fails, they go and come back. */
export function otherScenes(
  cases: CaseOptions,
  { known, labels }: ScenarioResult,
  model: Model,
): PlayedScenes {
  const wanting = (wants: OtherScene["wants"], scenes: readonly Scene[]) =>
    scenes.map((scene): OtherScene => ({ scene, wants }));
  const all = [
    ...wanting("lasting", gapCase(cases, model)),
    ...wanting("lasting", followingCase(cases, model)),
    ...wanting("firing", birthCase(cases, model)),
    ...wanting("lasting", silencedCase(cases, model)),
    ...wanting("silence", returnCase(cases)),
    ...wanting("lasting", known.kind === "known" ? ownWordsCase(cases, model, labels) : []),
    ...wanting("lasting", cases.withinMs === undefined ? stopsCase(cases, known, model) : []),
  ];
  if (cases.withinMs === undefined) return { scenes: all.map(({ scene }) => scene), unplayed: [] };
  const played = all.filter((one) => isAsWanted(cases, one, model));
  return {
    scenes: played.map(({ scene }) => scene),
    unplayed: all
      .filter((one) => !played.includes(one))
      .map(({ scene }) => ({ shows: scene.name, because: "it comes and goes" })),
  };
}

/** Whether an alert that comes and goes surely does what the scene asserts. */
function isAsWanted(cases: CaseOptions, { scene, wants }: OtherScene, model: Model): boolean {
  if (wants === "lasting") return false;
  const toMs = scene.endMs - cases.alert.forMs;
  const first = firstFiring(cases, scene.series, { fromMs: 0, toMs }, model);
  return firesOnce(first) === (wants === "firing");
}
