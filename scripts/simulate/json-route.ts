import type { JsonJobModel } from "../../generators/jobs/index.ts";
import { jsonAnswer } from "./json-answer.ts";
import { measuredOf } from "./measured.ts";
import { json, mayPass, noToken, originOf, pathOf, type Route } from "./route.ts";
import type { SimulatedTarget } from "./simulated-target.ts";

/** A JSON endpoint: the answer of its sample, with what the series say now. */
export function jsonRoute(
  job: JsonJobModel,
  { target, series, world, token }: SimulatedTarget,
  sample: unknown,
): Route {
  const origin = originOf(target.written);
  const measured = measuredOf(series, world);
  const declared = series.filter(({ isMeasured }) => !isMeasured);
  return {
    origin,
    path: pathOf(target.written),
    answer: async (request) => {
      if (measured("up") === 0) return json(503, { error: "not available" });
      if (!mayPass(request, token)) return noToken;
      return json(200, jsonAnswer(sample, job, declared, world.read));
    },
  };
}
