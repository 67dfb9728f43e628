import type { RecordingModel } from "../model/rule-model.ts";
import type { Level, TestSeries, Situation } from "./test-series.ts";
import type { EvaluatedSeries, EvaluationWorld } from "../promql/evaluate/world.ts";

/** The world in which the series of a rule test have been in a situation for long, and in another before that. */
export function worldOfSeries(
  all: readonly TestSeries[],
  situation: Situation,
  recordings: readonly RecordingModel[],
): EvaluationWorld {
  const series = all.map((one) => evaluated(one, situation));
  return {
    seriesOf: (metric) => series.filter((one) => one.metric === metric),
    recorded: (name) => recordings.find((one) => one.name === name)?.node,
    nowSeconds: 0,
    speed: 1,
    isAlways: false,
  };
}

function evaluated(one: TestSeries, situation: Situation): EvaluatedSeries {
  const { metric, labels, strideMs } = one;
  return {
    metric,
    labels,
    everyMs: strideMs,
    level: levelOf(one, situation),
    growth: growthOf(one, situation),
    // When it does not fire it stands still.
    ...(one.motion.kind === "restarts" && situation === "firing" ? { isRestless: true } : {}),
  };
}

/** Undefined for one that does not stand still. A time is counted from now on. */
function levelOf({ motion }: TestSeries, situation: Situation): Level | undefined {
  return motion.kind === "holds" || motion.kind === "is ahead" ? motion.levels[situation] : undefined;
}

function growthOf({ motion, strideMs }: TestSeries, situation: Situation): Level | undefined {
  switch (motion.kind) {
    case "grows": {
      const by = motion.by[situation];
      return by === "missing" ? by : (by * 1000) / strideMs;
    }
    case "holds":
      return motion.levels[situation] === "missing" ? "missing" : 0;
    case "restarts":
      return situation === "firing" ? undefined : 0;
    default:
      return undefined;
  }
}
