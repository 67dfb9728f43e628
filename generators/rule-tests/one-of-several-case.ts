import { badInstance, goodInstance } from "./concrete-series.ts";
import { firesOnce, firstFiring } from "./first-firing.ts";
import { none, type OutcomeCase, type SceneOutcome, seen } from "./outcome-scene.ts";
import { during, okThen, whole, type Phases } from "./phases.ts";
import { canGetWorse, givesWhile, staysWell } from "./played-outcome.ts";
import { reachOfReads } from "./reads.ts";
import type { Scene } from "./scenes.ts";
import type { TestSeries } from "./test-series.ts";
import { beatOf, roundUp } from "./timeline.ts";

const anotherGoodInstance = "fine:9100";

/**
 * One instance of three is bad, for a rule that makes one number of all of them: what it then does, nobody sees in its expression.
 *
 * First it is as bad as the scenario says; if the alert is silent then, ten times as bad.
 */
export function oneOfSeveralCase(facts: OutcomeCase): SceneOutcome {
  const { alert, setup, model } = facts;
  const wells = wellInstances(facts);
  if (wells.length === 0) return none;
  const worldOf = (bad: readonly TestSeries[]) => [...bad, ...wells.map(staysWell)];
  // Where three that are well are too much already, the number is a total, and says nothing of one of them.
  if (givesWhile(alert, "ok", worldOf(setup.bad.map(staysWell)), model) !== false) return none;
  if (facts.withinMs !== undefined) return onceOfSeveral(facts, wells, facts.withinMs);
  const fires = givesWhile(alert, "firing", worldOf(setup.bad), model);
  if (fires === undefined) return { ...none, unplayed: [oneBad] };
  const isPlayedWorse = !fires && canGetWorse(setup.bad);
  const firesWorse = isPlayedWorse ? givesWhile(alert, "worse", worldOf(setup.bad), model) : undefined;
  return { ...none, scenes: [sceneOf(facts, wells, { fires, firesWorse })] };
}

/** Of one that comes and goes only whether it fires at least once. */
function onceOfSeveral(facts: OutcomeCase, wells: readonly TestSeries[], withinMs: number): SceneOutcome {
  const { alert, setup, timeline, model, prefix } = facts;
  const { badMs, stepMs } = timeline;
  const atMs = roundUp(badMs + withinMs, stepMs);
  const series = [...setup.bad.map(during(okThen("firing", badMs))), ...wells.map(during(whole("ok")))];
  const fires = firesOnce(firstFiring(facts, series, { fromMs: 0, toMs: atMs - alert.forMs }, model));
  if (fires === undefined) return { ...none, unplayed: [oneBad] };
  const name = `${prefix}${nameOf({ fires, firesWorse: undefined })}`;
  const assertions = seen(facts, { atMs, changeMs: badMs }, fires);
  return { ...none, scenes: [{ name, endMs: atMs, series, assertions }] };
}

interface OneBad {
  readonly fires: boolean;
  /** Undefined: not played. */
  readonly firesWorse: boolean | undefined;
}

function sceneOf(facts: OutcomeCase, wells: readonly TestSeries[], outcome: OneBad): Scene {
  const { setup, prefix } = facts;
  const { fires, firesWorse } = outcome;
  const { badMs, firstMs, worseMs, lastMs } = momentsOf(facts);
  const isPlayedWorse = firesWorse !== undefined;
  const phases: Phases = {
    situations: [
      { fromMs: 0, situation: "ok" },
      { fromMs: badMs, situation: "firing" },
      ...(isPlayedWorse ? [{ fromMs: worseMs, situation: "worse" as const }] : []),
    ],
  };
  return {
    name: `${prefix}${nameOf(outcome)}`,
    endMs: isPlayedWorse ? lastMs : firstMs,
    series: [...setup.bad.map(during(phases)), ...wells.map(during(whole("ok")))],
    assertions: [
      ...seen(facts, { atMs: firstMs, changeMs: badMs }, fires),
      ...(isPlayedWorse ? seen(facts, { atMs: lastMs, changeMs: badMs }, firesWorse) : []),
    ],
  };
}

const oneBad = "when one instance of three is bad";

function nameOf({ fires, firesWorse }: OneBad): string {
  if (fires) return `fires ${oneBad}`;
  if (firesWorse === undefined) return `silent ${oneBad}`;
  return firesWorse
    ? `silent ${oneBad}, fires when that is ten times worse`
    : `silent ${oneBad}, even ten times worse`;
}

/** The series of two instances that stay well; none where the rule tells instances apart, or where they have series in common. */
export function wellInstances({
  setup,
  others,
}: Pick<OutcomeCase, "others"> & { readonly setup: Pick<OutcomeCase["setup"], "bad"> }): TestSeries[] {
  const isOf = (series: readonly TestSeries[], instance: string) =>
    series.length > 0 && series.every(({ labels }) => labels["instance"] === instance);
  if (!isOf(setup.bad, badInstance) || !isOf(others, goodInstance)) return [];
  const third = others.map((one) => ({ ...one, labels: { ...one.labels, instance: anotherGoodInstance } }));
  return [...others, ...third];
}

/** When it is bad, and then worse, and when the alert must have noticed: after its windows are full, and `for`. */
function momentsOf({ alert, setup, timeline }: OutcomeCase) {
  const { stepMs, badMs, onsetMs } = timeline;
  const beat = beatOf(stepMs, setup.bad);
  const settleMs = roundUp(
    setup.isExact ? onsetMs - badMs : reachOfReads(setup.reads) + onsetMs - badMs + stepMs,
    stepMs,
  );
  const forMs = roundUp(alert.forMs, stepMs);
  const firstMs = badMs + settleMs + forMs;
  const worseMs = roundUp(firstMs + stepMs, beat);
  return { badMs, firstMs, worseMs, lastMs: worseMs + settleMs + forMs };
}
