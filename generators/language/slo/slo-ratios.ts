import type { RuleDuration } from "../duration.ts";
import { ratioOf } from "../expression/generic.ts";
import { recordingNamed } from "../recording.ts";
import type { JobGauge, PerJob } from "./per-job.ts";
import { rateWindow, type SloCounts } from "./slo-counts.ts";
import { guardExamples, shareExample, windowExample } from "./slo-examples.ts";
import { recordingName, type SloFacts } from "./slo-facts.ts";

/** By window: the share that was bad. */
export type SloRatios = ReadonlyMap<RuleDuration, JobGauge<"ratio">>;

/** The shares over the windows of the alerts; none where there was too little to tell. */
export function sloRatios(facts: SloFacts, counts: SloCounts): SloRatios {
  return new Map(facts.burnWindows.map((window) => [window, sloRatio(facts, counts, window)]));
}

function sloRatio(facts: SloFacts, counts: SloCounts, window: RuleDuration): JobGauge<"ratio"> {
  const { indicator, options, groups } = facts;
  const { minimumTraffic } = options;
  // A rate over this very window is its share already; over a longer one it is the mean of such rates.
  const isRate = indicator.counts === "events" && window === rateWindow(facts);
  const { bad, total } = isRate ? counts : meansOf(counts, window);
  const expr = ratioOf<PerJob, string>(bad, total.gt(minimumTraffic).series());
  const known = isRate ? shareExample(counts, minimumTraffic) : windowExample(counts, window, minimumTraffic);
  const unit = indicator.counts === "events" ? "a second" : "measured instances";
  return recordingNamed(recordingName(facts, `bad:ratio_${window}`), expr, {
    help: `How much ${indicator.words}, over ${window}; no value at ${minimumTraffic} ${unit} or less.`,
    group: groups.recordings,
    example: [known, ...guardExamples(counts, minimumTraffic)],
  });
}

/** Means of the same moments: what was bad by what there was, so that an hour without traffic weighs nothing. */
export function meansOf({ bad, total }: SloCounts, window: RuleDuration) {
  return { bad: bad.avgOverTime(window), total: total.avgOverTime(window) };
}
