import type { RecordingModel } from "../../model/rule-model.ts";
import type { Level, TestSeries, Situation } from "../../rule-tests/test-series.ts";
import type { SteadySeries, SteadyWorld } from "./steady-world.ts";

/** The world in which a proof's series have done for long what they do in a situation, and before that something else. */
export function worldOfSignals(
  signals: readonly TestSeries[],
  situation: Situation,
  recordings: readonly RecordingModel[],
): SteadyWorld {
  const series = signals.map((signal) => steady(signal, situation));
  return {
    seriesOf: (metric) => series.filter((one) => one.metric === metric),
    recorded: (name) => recordings.find((one) => one.name === name)?.node,
    nowSeconds: 0,
    speed: 1,
    isAlways: false,
  };
}

function steady(signal: TestSeries, situation: Situation): SteadySeries {
  const { metric, labels, strideMs } = signal;
  return {
    metric,
    labels,
    everyMs: strideMs,
    level: levelOf(signal, situation),
    growth: growthOf(signal, situation),
    // When it does not fire it stands still.
    ...(signal.motion.kind === "restarts" && situation === "firing" ? { isRestless: true } : {}),
  };
}

/** Undefined for one that does not stand still. A moment is counted from now on. */
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
