import { nodeOf } from "../expression/expression.ts";
import type { Gauge } from "../expression/gauge.ts";
import { everyJob } from "../scrape-metrics.ts";

/** `up` of the job that a selector is pinned to; of every job where it is pinned to none, which a check finds. */
export function upOf(selector: unknown): Gauge<{ job: string; instance: string }, "bool"> {
  const node = nodeOf(selector);
  const matchers = node.kind === "selector" ? node.matchers : [];
  const job = matchers.find(({ name, op }) => name === "job" && op === "=")?.value;
  return job === undefined ? everyJob.up : everyJob.up.where({ job });
}
