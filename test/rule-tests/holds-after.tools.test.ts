// What is said of the time from the first bad sample, played by the real promtool at the pace of production.
import { beforeAll, describe, expect, test } from "vitest";
import { formatDuration } from "../../generators/language/duration.ts";
import type { Scenario } from "../../generators/language/scenario.ts";
import type { AlertModel } from "../../generators/model/rule-model.ts";
import { neverAssertion, valueAssertion } from "../../generators/rule-tests/assertion.ts";
import { textOf } from "../../generators/rule-tests/holds-after.ts";
import { pacedScene, type PacedScene } from "../../generators/rule-tests/paced-scene.ts";
import { during, okThen } from "../../generators/rule-tests/phases.ts";
import { ruleSlice, type RuleTest } from "../../generators/rule-tests/rule-test.ts";
import { testGroup, type Scene } from "../../generators/rule-tests/scenes.ts";
import { setupOnTargets, surroundingsOnTargets } from "../../generators/rule-tests/setup-on-targets.ts";
import { withTargets } from "../../generators/rule-tests/targets-of-scene.ts";
import type { Surroundings } from "../../generators/rule-tests/test-of-alert.ts";
import { momentsBetween, roundUp } from "../../generators/rule-tests/timeline.ts";
import { exampleTestedModel } from "../example-model.ts";
import { failuresOfEach, type Tested } from "./promtool.ts";

const model = exampleTestedModel();

interface Played extends Tested {
  readonly name: string;
  readonly ruleTest: RuleTest;
}

/** With more evaluations a scene takes promtool seconds: those of an SLO that burns slowly are days long. */
const mostEvaluations = 1500;

const played = model.ruleTests.flatMap((ruleTest): Played[] => {
  const { rule, holdsAfter } = ruleTest;
  if (rule.kind !== "alert" || holdsAfter === undefined) return [];
  const around = surroundingsOnTargets(rule, model);
  const all = new Map(rule.scenarios.map((scenario) => [textOf(scenario), scenario]));
  return [...all.values()].map((scenario, index) => ({
    name: `${rule.name}, scenario ${index + 1}`,
    ruleTest,
    ...testedIn(rule, holdsAfter, { scenario, around }),
  }));
});

function testedIn(
  alert: AlertModel,
  { soonestMs, latestMs }: { readonly soonestMs: number; readonly latestMs: number },
  { scenario, around }: { readonly scenario: Scenario; readonly around: Surroundings },
): Tested {
  const paced = pacedScene(setupOnTargets(scenario, around, model), around);
  const evaluations = (paced.badMs + latestMs) / around.everyMs;
  // Evaluated more rarely it begins to fire at the next evaluation that there is.
  const everyMs = around.everyMs * Math.ceil(evaluations / mostEvaluations);
  const firesMs = roundUp(alert.forMs, everyMs);
  const scenes = phasesOf(paced, everyMs).map((badMs): Scene => {
    const soonest = roundUp(badMs + soonestMs, everyMs) + firesMs;
    const latest =
      roundUp(badMs + latestMs, everyMs) + firesMs + (everyMs > around.everyMs ? 2 * everyMs : 0);
    const births = around.rules.flatMap(({ deployed }) => deployed.births);
    const firing = `ALERTS{alertname="${alert.name}",alertstate="firing"}`;
    return {
      name: `bad from ${formatDuration(badMs)}`,
      endMs: latest,
      series: withTargets(
        paced.series.map(({ series }) => during(okThen("firing", badMs))(series)),
        births,
      ),
      assertions: [
        neverAssertion(alert.name, soonest - everyMs, everyMs, "firing"),
        valueAssertion(
          `max(present_over_time(${firing}[${formatDuration(scenario.within === undefined ? everyMs : latest)}]))`,
          latest,
          [{ labels: "{}", value: 1 }],
        ),
      ],
    };
  });
  const ruleFile = ruleSlice(around.rules, model);
  return {
    ruleFile,
    testFile: {
      rule_files: ["rules.yml"],
      evaluation_interval: formatDuration(everyMs),
      fuzzy_compare: true,
      group_eval_order: ruleFile.groups.map(({ name }) => name),
      tests: scenes.map((scene) => testGroup(scene, everyMs)),
    },
  };
}

/** It goes bad just at an evaluation, and at each sample until the next. */
function phasesOf({ badMs, series }: PacedScene, everyMs: number): number[] {
  const strides = series.map((one) => one.series.strideMs);
  const longest = Math.max(...strides);
  const apart = strides.every((one) => longest % one === 0) ? longest : everyMs;
  return momentsBetween(badMs, badMs + Math.min(everyMs, 2 * apart), apart);
}

let failures: ReadonlyMap<Played, string>;
beforeAll(async () => {
  const found = await failuresOfEach(played);
  failures = new Map(played.map((one, index) => [one, found[index] ?? ""]));
}, 300_000);

describe("promtool", () => {
  test("plays most alerts of the ticket shop", () => {
    expect(new Set(played.map(({ ruleTest }) => ruleTest.name)).size).toBeGreaterThan(40);
  });
  test.each(played)("$name: is silent until the earliest moment, and fires by the latest", (one) => {
    expect(failures.get(one)).toBe("");
  });
});
