import type { Scenario } from "../language/scenario.ts";
import type { Model } from "../model/model.ts";
import type { AlertModel } from "../model/rule-model.ts";
import { seriesText } from "../series/promtool.ts";
import type { Setup } from "./setup.ts";
import { setupOfScenario, surroundingsOf, type Surroundings } from "./test-of-alert.ts";
import type { TestSeries } from "./test-series.ts";

/** An alert with what its scenarios say of targets: where they give recordings, those that are made of what targets do. */
export function surroundingsOnTargets(alert: AlertModel, model: Model): Surroundings {
  const scenarios = alert.scenarios.map(({ onTargets, ...scenario }) => ({
    ...scenario,
    ending: [],
    given: onTargets ? [...onTargets.ok, ...onTargets.firing] : scenario.given,
  }));
  return surroundingsOf(alert, model, scenarios);
}

/** The series of a scenario as targets have them: first as its author says that all is well there, then as it fires. */
export function setupOnTargets(
  { onTargets, ...scenario }: Scenario,
  around: Surroundings,
  model: Model,
): Setup {
  if (onTargets === undefined) return setupOfScenario(scenario, around, model);
  // What ends it is given of what the alert reads, which targets need not have.
  const played = { ...scenario, ending: [] };
  const ok = setupOfScenario({ ...played, given: onTargets.ok }, around, model);
  const firing = setupOfScenario({ ...played, given: onTargets.firing }, around, model, ok.stepMs);
  const before = new Map(ok.bad.map((one) => [textOf(one), one]));
  return {
    ...firing,
    bad: firing.bad.map((one) => goesBad(before.get(textOf(one)), one)),
    complaints: [...ok.complaints, ...firing.complaints],
  };
}

function textOf({ metric, labels }: TestSeries): string {
  return seriesText(metric, labels);
}

function goesBad(ok: TestSeries | undefined, firing: TestSeries): TestSeries {
  if (ok === undefined || ok.strideMs !== firing.strideMs) return firing;
  const { behaviour, start } = firing;
  return {
    ...firing,
    start: Math.max(start, ok.start),
    behaviour: { ok: ok.behaviour.ok, limit: ok.behaviour.ok, firing: behaviour.firing },
  };
}
