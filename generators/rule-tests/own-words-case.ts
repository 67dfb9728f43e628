import type { LabelMap } from "../promql/expression-type.ts";
import { evaluate } from "../promql/evaluate/evaluate.ts";
import { firingAssertion } from "./assertion.ts";
import { expectedAlert } from "./expected-alert.ts";
import { resultLabels } from "./expected-labels.ts";
import type { CaseOptions } from "./alert-cases.ts";
import type { Model } from "../model/model.ts";
import { during, okThen } from "./phases.ts";
import { canGetWorse } from "./played-outcome.ts";
import type { Scene } from "./scenes.ts";
import { worldsOf } from "./world-at-moment.ts";

/** Two instances are bad, one of them ten times as bad as the other: each alert says its own labels, and its own value. */
export function ownWordsCase(facts: CaseOptions, model: Model, labels: LabelMap): Scene[] {
  const { alert, setup, timeline, expected, prefix } = facts;
  const { badMs, firingMs: atMs, stepMs } = timeline;
  const inserts = Object.values(alert.annotations).some((text) => text.includes("{{"));
  if (!inserts || !setup.isExact || setup.good.length === 0 || !canGetWorse(setup.good)) return [];
  const series = [
    ...setup.bad.map(during(okThen("firing", badMs))),
    ...setup.good.map(during(okThen("worse", badMs))),
  ];
  const world = worldsOf({ series, recordings: model.recordings, stepMs, endMs: atMs })(atMs);
  const values = evaluate(alert.node, world);
  const own = resultLabels(labels, setup.good);
  const found = Array.isArray(values)
    ? values.find((one) => one.labels["instance"] === own["instance"])
    : undefined;
  // Labels that the expression makes itself are not known of another instance.
  if (!found || Object.entries(found.labels).some(([name, value]) => own[name] !== value)) return [];
  const worse = expectedAlert(alert, own, found.value);
  if (!("alert" in worse)) return [];
  const assertions = [firingAssertion(alert.alertname, atMs, [expected, worse.alert])];
  return [
    { name: `${prefix}says of each instance its own labels and value`, endMs: atMs, series, assertions },
  ];
}
