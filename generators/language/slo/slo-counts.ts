import type { RuleDuration } from "../duration.ts";
import { recordingNamed } from "../recording.ts";
import type { JobGauge } from "./per-job.ts";
import { recordingName, type SloFacts } from "./slo-facts.ts";

/** The two series that everything else of an SLO looks back at: what there was, and what of it was bad. */
export interface SloCounts {
  readonly bad: JobGauge;
  readonly total: JobGauge;
}

/** Records what an SLO is measured on: two series, which are cheap to look back at for as long as a month. */
export function sloCounts(facts: SloFacts): SloCounts {
  const { indicator, options, groups } = facts;
  const base = rateWindow(facts);
  const isEvents = indicator.counts === "events";
  const operation = isEvents ? `rate${base}` : "count";
  const unit = isEvents ? `by the second, over ${base}` : "in instances";
  const total = recordingNamed(recordingName(facts, `total:${operation}`), indicator.total(base), {
    help: `What "${options.title}" is measured on, ${unit}; 0 while there is nothing.`,
    group: groups.recordings,
    example: indicator.totalExamples,
  });
  const bad = recordingNamed(recordingName(facts, `bad:${operation}`), indicator.bad(total, base), {
    help: `What of that is bad, ${unit}: how much ${indicator.words}.`,
    group: groups.recordings,
    example: indicator.badExamples(total),
  });
  return { bad, total };
}

/** How far back the rates look that events are counted by. */
export function rateWindow({ options }: SloFacts): RuleDuration {
  return options.rateOver ?? "1m";
}
