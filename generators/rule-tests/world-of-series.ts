import { recordedUnder } from "../model/lookups.ts";
import type { RecordingModel } from "../model/rule-model.ts";
import type { EvaluatedSeries, EvaluationWorld } from "../promql/evaluate/world.ts";
import type { Behaviour, Situation } from "../series/series.ts";
import type { TestSeries } from "./test-series.ts";

/** The world in which the series of a rule test have been in a situation for long, and in another before that. */
export function worldOfSeries(
  all: readonly TestSeries[],
  situation: Situation,
  recordings: readonly RecordingModel[],
): EvaluationWorld {
  const series = all.map((one) => evaluated(one, situation));
  return {
    seriesOf: (metric) => series.filter((one) => one.metric === metric),
    recorded: (name) => recordedUnder({ recordings }, name),
    nowSeconds: 0,
    speed: 1,
    isAlways: false,
  };
}

function evaluated(
  { metric, labels, strideMs, behaviour }: Pick<TestSeries, "metric" | "labels" | "strideMs" | "behaviour">,
  situation: Situation,
): EvaluatedSeries {
  return { metric, labels, everyMs: strideMs, ...stateOf(behaviour[situation]) };
}

/** Undefined where it is not known. A timestamp is counted from now on. */
function stateOf(behaviour: Behaviour): Pick<EvaluatedSeries, "level" | "growth" | "isRestless"> {
  switch (behaviour.kind) {
    case "missing":
      return { level: "missing", growth: "missing" };
    case "constant":
      return { level: behaviour.value, growth: 0 };
    case "stays":
      return { level: undefined, growth: 0 };
    case "grows":
      return { level: undefined, growth: (behaviour.by * 1000) / behaviour.everyMs };
    case "ahead":
      return { level: behaviour.seconds, growth: undefined };
    case "restarts":
      return { level: undefined, growth: undefined, isRestless: true };
    case "follows":
      return { level: undefined, growth: undefined };
  }
}
