import type { Check, Finding } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import { formatDiagnostic } from "../../promql/analysis.ts";
import { expressionsOf } from "../reading/expressions-of.ts";

/** Every expression is PromQL as Prometheus takes it, and asks only for metrics, labels and values that are declared. */
export const expressionsAreValid: Check = {
  id: "expressions-are-valid",
  why: "Prometheus accepts a query for a metric or a label that does not exist and returns nothing, so an alert with a typo never fires. Here every name must be declared.",
  source: "https://prometheus.io/docs/prometheus/latest/querying/basics/",
  wrong: `
export const day = timeSeries({
  title: "Orders over time",
  description: "How the day goes.",
  queries: [promql\`rate(shop_order_total{job="shop-api"}[5m])\`],
});
`,
  right: `
export const day = timeSeries({
  title: "Orders over time",
  description: "How the day goes.",
  queries: [promql\`rate(shop_orders_total{job="shop-api"}[5m])\`],
});
`,
  *find(model: Model): Iterable<Finding> {
    for (const { definition, place, name, expr, analysis } of expressionsOf(model)) {
      for (const diagnostic of analysis.diagnostics) {
        const piece = expr.slice(diagnostic.from, diagnostic.to);
        yield {
          definition,
          place,
          message: `${name}: ${formatDiagnostic(expr, diagnostic)}`,
          fix: fixOf(piece, diagnostic.message),
          // The same mistake with the same name.
          ...(/^[\w:]+$/.test(piece) && { cause: `${piece}: ${diagnostic.message}` }),
        };
      }
    }
  },
};

/** What the message says itself comes first; names with a colon are those of recordings. */
function fixOf(piece: string, message: string): string {
  const said = /: ((?:write|use|take|keep) [^:]+)$/.exec(message)?.[1];
  if (said !== undefined) return said;
  const meant = /\(did you mean '([^']+)'\?\)$/.exec(message)?.[1];
  if (meant !== undefined) return `write ${meant}, if that is what you mean`;
  if (/^\w+:[\w:]+$/.test(piece)) {
    return "correct the name, or export that recording from the recordings of its service";
  }
  return message.startsWith("unknown metric")
    ? "correct the name, or declare the metric with metrics(…) and export it from a service"
    : "correct the expression at the mark";
}
