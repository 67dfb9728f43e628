import type { AlertModel, RecordingModel } from "../model/rule-model.ts";
import type { Join } from "../promql/extraction.ts";
import type { Branch } from "./expected-labels.ts";
import { badInstance, goodInstance } from "./concrete-series.ts";
import type { Setup } from "./setup.ts";

/** Whether the rule tells instances apart, so that one may stay well beside another that goes bad. */
export function tellsInstancesApart(
  branch: Branch,
  rules: readonly (AlertModel | RecordingModel)[],
  { bad, good }: Pick<Setup, "bad" | "good">,
): boolean {
  if (!branch.labels.has("instance")) return false;
  // A series that is the same for both, or whose instance is fixed, cannot be played twice.
  const isOfInstance = bad.every(({ labels }) => labels["instance"] === badInstance);
  if (!isOfInstance || good.some(({ labels }) => labels["instance"] !== goodInstance)) return false;
  return rules.every(({ analysis }) => analysis.joins.every(comparesInstances));
}

function comparesInstances({ op, matching }: Join): boolean {
  if (op === "or") return true;
  return matching.labels.includes("instance") === (matching.kind === "on");
}
