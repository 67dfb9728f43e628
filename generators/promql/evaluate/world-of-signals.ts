import type { RecordingModel } from "../../model/rule-model.ts";
import type { TestSeries } from "../../rule-tests/test-series.ts";
import type { Behaviour, Situation } from "../../series/series.ts";
import type { SteadySeries, SteadyWorld } from "./steady-world.ts";

/** The world in which the series of a rule test have done for long what they do in a situation, and before that something else. */
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

function steady(
  { metric, labels, strideMs, behaviour }: Pick<TestSeries, "metric" | "labels" | "strideMs" | "behaviour">,
  situation: Situation,
): SteadySeries {
  return { metric, labels, everyMs: strideMs, ...stateOf(behaviour[situation]) };
}

/** Undefined where it cannot be told. A timestamp is counted from now on. */
function stateOf(behaviour: Behaviour): Pick<SteadySeries, "level" | "growth" | "isRestless"> {
  switch (behaviour.kind) {
    case "missing":
      return { level: "missing", growth: "missing" };
    case "constant":
      return { level: behaviour.value, growth: 0 };
    case "stands":
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
