import type { Check, Finding } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import { panelsOfAlert, shownPanels, type ShownPanel } from "../../model/alert-relations.ts";
import { subjectsOf } from "../../model/subjects.ts";

/**
 * Whoever is woken can see what woke them: some panel shows series that the alert is about. The requests that errors are
 * divided by do not show the errors, the number of requests does not show how long they took, and what was allocated in one
 * way does not show what was allocated in another. Nor does the dashboard of the SLOs, but for their own alerts: it comes by
 * itself, and says how much of a promise is left.
 */
export const alertsHaveAPanel: Check = {
  id: "alerts-have-a-panel",
  why: "Whoever is paged first looks at how the value got there. If no dashboard shows it, they write the query themselves, at night.",
  source: "https://prometheus.io/docs/practices/alerting/",
  wrong: `
export const stock = metrics(api, {
  shop_stock_items: gauge({ help: "Items in stock.", unit: "items" }),
});
export const LittleStock = alert({
  ...rest,
  expr: stock.shop_stock_items.lt(5),
  scenario: holds(stock.shop_stock_items, { ok: 9, limit: 5, firing: 4 }),
});
`,
  right: `
export const stock = metrics(api, {
  shop_stock_items: gauge({ help: "Items in stock.", unit: "items" }),
});
export const LittleStock = alert({
  ...rest,
  expr: stock.shop_stock_items.lt(5),
  scenario: holds(stock.shop_stock_items, { ok: 9, limit: 5, firing: 4 }),
});
export const stockPanel = stat({
  title: "Stock",
  description: "What is left.",
  queries: [stock.shop_stock_items],
});
`,
  *find(model: Model): Iterable<Finding> {
    const all = shownPanels(model);
    const ofSlos = new Set(model.slos.map(({ dashboard }) => dashboard));
    // Who makes no dashboards does not look at any.
    if (model.dashboards.every(({ uid }) => ofSlos.has(uid))) return;
    const burns = new Set(model.slos.flatMap(({ alerts }) => alerts));
    for (const alert of model.alerts) {
      // What it is about is missing: where it was, the panels of the alerts show that are blind without it.
      if (alert.guardOf !== undefined) continue;
      const subjects = subjectsOf(alert, model);
      if (subjects.length === 0) continue;
      const counts = ({ dashboard }: ShownPanel) => burns.has(alert.name) || !ofSlos.has(dashboard.uid);
      if (panelsOfAlert(alert, all, model).some(counts)) continue;
      const metrics = [...new Set(subjects.map(({ key }) => key))].sort();
      yield {
        definition: alert,
        message: `no panel shows what alert "${alert.name}" is about: ${metrics.join(", ")}`,
        fix: "add a panel with one of these metrics to a dashboard of its service",
      };
    }
  },
};
