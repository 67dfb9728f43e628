import type { Check, Finding } from "../../check.ts";
import { metricKey } from "../../model/metrics-behind.ts";
import type { Model } from "../../model/model.ts";
import type { RecordingModel } from "../../model/rule-model.ts";
import { someAreBroken } from "../reading/expressions-of.ts";
import { usesIn, type UsesOf } from "../../model/uses.ts";

/**
 * Every metric that is scraped is used by a rule, a panel or a runbook, or its definition says why it is kept unused. A recording
 * that nothing reads is no use of it.
 */
export const metricsAreUsed: Check = {
  id: "metrics-are-used",
  why: "Every series costs memory and disk, so do not collect what nobody looks at. The SRE book says to remove signals that no dashboard and no alert uses.",
  source: "https://sre.google/sre-book/monitoring-distributed-systems/",
  wrong: `
export const stock = metrics(api, {
  shop_stock_items: gauge({ help: "Items in stock.", unit: "items" }),
});
`,
  right: `
export const stock = metrics(api, {
  shop_stock_items: gauge({ help: "Items in stock.", unit: "items" }),
});
export const stockPanel = stat({
  title: "Stock",
  description: "What is left.",
  queries: [stock.shop_stock_items],
});
`,
  *find(model: Model): Iterable<Finding> {
    // Nobody knows what a wrong expression would use.
    if (someAreBroken(model)) return;
    const usesOf = usesIn(model);
    for (const { name, job, definition } of model.metrics) {
      const { unused, groupUnused = "" } = definition;
      const key = metricKey(job, name);
      const isUsed = isNeeded(key, usesOf);
      if (isUsed && unused !== undefined) {
        yield {
          definition,
          message: `metric "${name}" says why it is kept unused ("${unused}"), but it is used`,
          fix: "remove `unused`",
        };
      }
      if (!isUsed && (unused ?? groupUnused).trim() === "") {
        yield { definition, ...complaint(name, usesOf(key).recordings) };
      }
    }
  },
};

function isNeeded(key: string, usesOf: UsesOf): boolean {
  const { alerts, panels, runbooks, marks, recordings } = usesOf(key);
  if ([alerts, panels, runbooks, marks].some((users) => users.length > 0)) return true;
  return recordings.some(({ id, allow }) => {
    // What an alert, a panel or a runbook reads was found above: these are the other reasons to record it.
    return allow["recordings-are-used"] !== undefined || usesOf(id).choices.length > 0;
  });
}

function complaint(metric: string, recordings: readonly RecordingModel[]): Pick<Finding, "message" | "fix"> {
  const [first, ...others] = recordings.map(({ name }) => name);
  if (first === undefined) {
    return {
      message: `metric "${metric}" is scraped, but no rule, no panel and no runbook uses it`,
      fix: 'use it, or give the reason why it is scraped: unused: "…"',
    };
  }
  const names = [first, ...others].join(" and ");
  return {
    message: `metric "${metric}" is scraped, but only ${names} ${others.length === 0 ? "uses" : "use"} it, which no rule, no panel and no runbook needs`,
    fix: 'use what is recorded of it, or give the reason why it is scraped: unused: "…"',
  };
}
