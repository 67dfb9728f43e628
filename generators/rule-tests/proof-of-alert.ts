import { durationInMs, formatDuration } from "../language/duration.ts";
import type { Scenario } from "../language/scenario.ts";
import type { Model } from "../model/model.ts";
import type { AlertModel, RecordingModel } from "../model/rule-model.ts";
import { greatestCommonDivisor } from "./divisors.ts";
import type { Proof } from "./proof.ts";
import { provenScenario } from "./proven-scenario.ts";
import { neededRecordings, readsOf } from "./reads.ts";
import { fileNameOf, ruleSlice } from "./rule-slice.ts";
import { playedMetrics, sceneOf, type Scene } from "./scene.ts";

/** What proves an alert: tests of each of its scenarios, on the rules that are deployed. */
export function proofOf(alert: AlertModel, model: Model): Proof {
  const { scenarios } = alert;
  const recordings = neededRecordings(alert, model, playedMetrics(scenarios.flatMap(({ given }) => given)));
  const rules = [...recordings, alert];
  const everyMs = model.groups.find(({ name }) => name === alert.group)?.everyMs ?? 0;
  const scenes = scenarios.map((scenario) => sceneOfScenario(scenario, { alert, rules, everyMs }, model));
  // All tests of a file share one grid.
  const stepMs = greatestCommonDivisor(scenes.map((scene) => scene.stepMs)) || everyMs;
  const parts = scenarios.map((scenario, index) => {
    const prefix = scenarios.length > 1 ? `scenario ${index + 1}: ` : "";
    const scene = sceneOfScenario(scenario, { alert, rules, everyMs }, model, stepMs);
    return provenScenario({ alert, scenario, scene, prefix, model });
  });
  const complaints = scenarios.length === 0 ? [noScenario] : parts.flatMap((part) => part.complaints);
  const ruleFile = ruleSlice(rules, model);
  const fileName = fileNameOf(alert);
  return {
    name: alert.name,
    rule: alert,
    fileName,
    ruleFile,
    testFile: {
      rule_files: [`rules/${fileName}.yml`],
      evaluation_interval: formatDuration(stepMs),
      fuzzy_compare: true,
      group_eval_order: ruleFile.groups.map(({ name }) => name),
      tests: complaints.length > 0 ? [] : parts.flatMap(({ tests }) => tests),
    },
    windows: [...new Set(readsOf(rules).flatMap(({ windowMs }) => windowMs ?? []))],
    courses: parts.map(({ course }) => course),
    complaints,
  };
}

const noScenario = {
  message: "has no scenario, so nothing proves that it can fire",
  fix: "say what its series do: scenario: holds(series, { ok: …, limit: …, firing: … })",
};

interface Surroundings {
  readonly alert: AlertModel;
  readonly rules: readonly (AlertModel | RecordingModel)[];
  readonly everyMs: number;
}

function sceneOfScenario(
  { given, after }: Scenario,
  { alert, rules, everyMs }: Surroundings,
  model: Model,
  sharedStepMs?: number,
): Scene {
  const { forMs, keepFiringFor } = alert;
  const keepFiringForMs = keepFiringFor === undefined ? 0 : (durationInMs(keepFiringFor) ?? 0);
  return sceneOf({ plays: given, after, rules, forMs, keepFiringForMs, everyMs }, model, sharedStepMs);
}
