import { durationInMs } from "../language/duration.ts";
import type { Scenario } from "../language/scenario.ts";
import type { Model } from "../model/model.ts";
import type { AlertModel } from "../model/rule-model.ts";
import { pacedScene } from "../rule-tests/paced-scene.ts";
import { setupOfScenario, surroundingsOf, type Surroundings } from "../rule-tests/test-of-alert.ts";
import { leastCommonMultiple, roundUp } from "../rule-tests/timeline.ts";
import type { BothSides, Side } from "./played.ts";

/** An alert of one version, and that version. */
export interface AlertVersion {
  readonly alert: AlertModel;
  readonly model: Model;
}

/** A scenario of one version, on which both are played at the same moments. */
export interface Stage {
  readonly versions: BothSides<AlertVersion>;
  /** Whose scenario it is. */
  readonly of: Side;
  readonly index: number;
  readonly scenario: Scenario;
  readonly around: BothSides<Surroundings>;
  /** From one evaluation to the next, of each. */
  readonly stepMs: BothSides<number>;
  readonly badMs: number;
  /** By then each has fired that does. */
  readonly wellMs: number;
  /** And by then it has ended. */
  readonly endMs: number;
  /** Why it cannot be played. */
  readonly complaint: string | undefined;
}

/** The scenarios of both versions; one that is the same in both is played once. */
export function stagesOf(versions: BothSides<AlertVersion>): Stage[] {
  const known = new Set<string>();
  return (["head", "base"] as const).flatMap((of) =>
    versions[of].alert.scenarios.flatMap((scenario, index) => {
      const text = textOf(scenario);
      if (known.has(text)) return [];
      known.add(text);
      return [stageOf(versions, { of, index, scenario })];
    }),
  );
}

/** All that is played of it. */
function textOf({ given, after, within }: Scenario): string {
  return JSON.stringify([after, within, given.map((one) => ({ ...one, place: undefined }))]);
}

/** With more evaluations a play takes promtool seconds: then both are evaluated more rarely than they are deployed. */
const mostEvaluations = 300;

/** A scenario, set for both versions. */
export function stageOf(
  versions: BothSides<AlertVersion>,
  { of, index, scenario }: Pick<Stage, "of" | "index" | "scenario">,
): Stage {
  // The recordings of the version that is played, but those whose series the scenario gives itself.
  const aroundOf = ({ alert, model }: AlertVersion) => surroundingsOf(alert, model, [scenario]);
  const around = { base: aroundOf(versions.base), head: aroundOf(versions.head) };
  const sides = [around.base, around.head];
  const own = around[of];
  const setup = setupOfScenario(scenario, own, versions[of].model);
  const [complaint] = setup.complaints.map(({ message }) => `the alert ${message}`);
  const beatMs = leastCommonMultiple(sides.map(({ everyMs }) => everyMs).filter((ms) => ms > 0));
  const scenes = sides.map((side) => pacedScene(setup, { ...side, everyMs: beatMs }));
  const reachMs = Math.max(...scenes.map((scene) => scene.reachMs));
  const strides = scenes.flatMap(({ series }) => series.map((one) => one.series.strideMs));
  const saidMs = durationInMs(scenario.after ?? scenario.within ?? "0s") ?? 0;
  const longestForMs = Math.max(...sides.map(({ alert }) => alert.forMs));
  const badMs = Math.max(...scenes.map((scene) => scene.badMs));
  const seenMs = Math.max(saidMs, reachMs + Math.max(0, ...strides));
  const wellMs = roundUp(
    badMs + seenMs + longestForMs + 2 * beatMs,
    leastCommonMultiple([beatMs, ...strides]),
  );
  const keptMs = Math.max(...sides.map(({ alert }) => durationInMs(alert.keepFiringFor ?? "0s") ?? 0));
  const endMs = roundUp(wellMs + reachMs + keptMs + 2 * beatMs, beatMs);
  const stepOf = ({ everyMs }: Surroundings) => everyMs * Math.ceil(endMs / everyMs / mostEvaluations);
  const stepMs = { base: stepOf(around.base), head: stepOf(around.head) };
  return { versions, of, index, scenario, around, stepMs, badMs, wellMs, endMs, complaint };
}
