import { durationInMs } from "../language/duration.ts";
import type { Scenario } from "../language/scenario.ts";
import type { Model } from "../model/model.ts";
import type { AlertModel, RecordingModel } from "../model/rule-model.ts";
import { greatestCommonDivisor } from "./timeline.ts";
import { ruleTestFrom, type WorkedOutTest } from "./rule-test.ts";
import { testsOfScenario } from "./tests-of-scenario.ts";
import { neededRecordings } from "./reads.ts";
import { everyMsOf, givenMetrics, setupOf, type Setup } from "./setup.ts";

/** The rule test of an alert: tests of each of its scenarios, on the rules that are deployed. */
export function ruleTestOfAlert(alert: AlertModel, model: Model): WorkedOutTest {
  const { scenarios } = alert;
  const { rules, everyMs } = surroundingsOf(alert, model);
  const setups = scenarios.map((scenario) => setupOfScenario(scenario, { alert, rules, everyMs }, model));
  // All tests of a file share one grid.
  const stepMs = Math.max(greatestCommonDivisor(setups.map((setup) => setup.stepMs)), everyMs);
  const parts = scenarios.map((scenario, index) => {
    const prefix = scenarios.length > 1 ? `scenario ${index + 1}: ` : "";
    const own = setups[index];
    const isShared = own?.stepMs === stepMs;
    const setup = isShared ? own : setupOfScenario(scenario, { alert, rules, everyMs }, model, stepMs);
    return testsOfScenario({ alert, scenario, setup, prefix, model });
  });
  return ruleTestFrom(alert, { rules, stepMs, parts, withoutParts: withoutScenario(alert) }, model);
}

function withoutScenario({ open }: AlertModel) {
  return open === undefined ? noScenario : { ...noScenario, message: `leaves its scenario open: ${open}` };
}

const noScenario = {
  message: "has no scenario, so no test shows that it can fire",
  fix: "say what its series do, such as scenario: holds(series, { ok: …, limit: …, firing: … })",
};

/** An alert with what its scenarios are played on. */
export interface Surroundings {
  readonly alert: AlertModel;
  /** The recordings that it reads, as far as no scenario plays them, and itself. */
  readonly rules: readonly (AlertModel | RecordingModel)[];
  /** How often the slowest of them is evaluated when it is deployed. */
  readonly everyMs: number;
}

export function surroundingsOf(
  alert: AlertModel,
  model: Model,
  scenarios: readonly Scenario[] = alert.scenarios,
): Surroundings {
  const given = givenMetrics(scenarios.flatMap(({ given }) => given));
  const rules = [...neededRecordings(alert, model, given), alert];
  return { alert, rules, everyMs: everyMsOf(rules, model) };
}

/** The series of one scenario of an alert. */
export function setupOfScenario(
  { given, after, ending }: Scenario,
  { alert, rules, everyMs }: Surroundings,
  model: Model,
  sharedStepMs?: number,
): Setup {
  const { forMs, keepFiringFor } = alert;
  const keepFiringForMs = keepFiringFor === undefined ? 0 : (durationInMs(keepFiringFor) ?? 0);
  return setupOf({ given, after, ending, rules, forMs, keepFiringForMs, everyMs }, model, sharedStepMs);
}
