import type { Check, Finding } from "../check.ts";
import type { Model } from "../model/model.ts";
import { formatDiagnostic } from "../promql/diagnostic.ts";
import { expressionsOf } from "./expressions-of.ts";

/** Every expression is PromQL as Prometheus takes it, and asks only for metrics, labels and values that are declared. */
export const expressionsAreValid: Check = {
  id: "expressions-are-valid",
  *find(model: Model): Iterable<Finding> {
    for (const { definition, place, name, expr, analysis } of expressionsOf(model)) {
      for (const diagnostic of analysis.diagnostics) {
        yield {
          definition,
          place,
          message: `${name}: ${formatDiagnostic(expr, diagnostic)}`,
          fix: "correct the expression, or declare what it asks for with metrics(…)",
        };
      }
    }
  },
};
