import type { Check, Finding } from "../check.ts";
import { metricKey, metricsBehind } from "../model/metrics-behind.ts";
import type { Model } from "../model/model.ts";
import { expressionsOf } from "./expressions-of.ts";

/** Every metric that is scraped is used by a rule or a panel, or its definition says why it is kept all the same. */
export const metricsAreUsed: Check = {
  id: "metrics-are-used",
  *find(model: Model): Iterable<Finding> {
    const used = new Set(expressionsOf(model).flatMap(({ analysis }) => metricsBehind(analysis, model)));
    for (const { name, job, definition } of model.metrics) {
      const { kept } = definition;
      const isUsed = used.has(metricKey(job, name));
      if (isUsed && kept !== undefined) {
        yield {
          definition,
          message: `metric "${name}" says why it is kept unused ("${kept}"), but it is used`,
          mend: "take `kept` out",
        };
      }
      if (!isUsed && (kept ?? "").trim() === "") {
        yield {
          definition,
          message: `metric "${name}" is scraped, but no rule and no panel uses it`,
          mend: 'use it, or say why it is scraped all the same: kept: "…"',
        };
      }
    }
  },
};
