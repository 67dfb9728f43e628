import { type Check, type Finding, suppressing } from "../../check.ts";
import { formatDuration } from "../../language/duration.ts";
import type { Model } from "../../model/model.ts";
import { printPromql } from "../../promql/print.ts";
import type { Birth } from "../../promql/robust/births.ts";
import { birthsAreHeard as id } from "../../promql/robust/robust.ts";

/** Alerts hear of a counter that begins with its first increment; a recording is made to, as an alert may read it. */
export const birthsAreHeard: Check = {
  id,
  why: "A program makes the series of a label that it does not know beforehand with the first increment. Growth is worked out between two samples, so that this increment, or a burst of them, is never seen where the rule is not deployed so that it counts from nothing what is new at a target that is not.",
  source: "https://prometheus.io/docs/practices/instrumentation/",
  wrong: `
export const refusals = metrics(api, {
  shop_refusals_total: counter({
    help: "Orders that were refused.",
    unit: "refusals",
    labels: { reason: "*" },
  }),
});
export const ManyRefusals = alert({
  ...rest,
  expr: refusals.shop_refusals_total.irate("1m").gt(1),
  scenario: runs(refusals.shop_refusals_total, { ok: 0, limit: 1, firing: 1.1 }),
});
export const refusalPanel = timeSeries({
  title: "Refusals",
  description: "Orders that were refused.",
  queries: [refusals.shop_refusals_total.rate("1m")],
});
`,
  right: `
export const refusals = metrics(api, {
  shop_refusals_total: counter({
    help: "Orders that were refused.",
    unit: "refusals",
    labels: { reason: "*" },
  }),
});
export const ManyRefusals = alert({
  ...rest,
  expr: refusals.shop_refusals_total.rate("1m").gt(1),
  scenario: runs(refusals.shop_refusals_total, { ok: 0, limit: 1, firing: 1.1 }),
});
export const refusalPanel = timeSeries({
  title: "Refusals",
  description: "Orders that were refused.",
  queries: [refusals.shop_refusals_total.rate("1m")],
});
`,
  *find({ recordings, alerts }: Model): Iterable<Finding> {
    for (const rule of [...recordings, ...alerts]) {
      for (const birth of rule.deployed.unheard) {
        yield {
          definition: rule,
          place: rule.exprPlace,
          message: `${rule.kind} "${rule.name}": ${asked(birth)} does not hear series that begin with their first increment`,
          fix: `use rate() or increase() of the counter itself, which are deployed so that they hear it, or ${suppressing(id)}`,
        };
      }
    }
  },
};

function asked({ function: name, selector, windowMs }: Birth): string {
  return `${name}() of ${printPromql(selector)} over ${formatDuration(windowMs)}`;
}
