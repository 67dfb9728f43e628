import type { Check, Finding } from "../../check.ts";
import type { DashboardModel } from "../../model/dashboard-model.ts";
import type { Model } from "../../model/model.ts";
import { unknownVariables } from "../../promql/variable.ts";
import { listed } from "../../text/listed.ts";
import { suggestion } from "../../text/suggestion.ts";
import { queriesOf } from "../reading/expressions-of.ts";

/** Every dashboard has it: the choice of its data source. */
const ofEveryDashboard = "datasource";

/** What a query names behind a dollar sign, and what a panel is repeated for, is a variable of its dashboard, or Grafana's own. */
export const variablesAreKnown: Check = {
  id: "variables-are-known",
  why: "Grafana sends a variable that it does not know as it stands. No series has such a value, so the panel is empty, without an error.",
  source: "https://grafana.com/docs/grafana/latest/visualizations/dashboards/variables/variable-syntax/",
  wrong: `
export const more = dashboard("shop-channels", {
  title: "Channels",
  description: "How people order.",
  folder: "Shop",
  last: "6h",
  variables: [variable("channel", { title: "Channel", of: orders, label: "channel" })],
  rows: [
    row("Orders", [
      timeSeries({
        title: "Orders by channel",
        description: "Orders per second.",
        queries: [promql\`sum(rate(shop_orders_total{job="shop-api", channel=~"$chanel"}[5m]))\`],
      }),
    ]),
  ],
});
`,
  right: `
export const more = dashboard("shop-channels", {
  title: "Channels",
  description: "How people order.",
  folder: "Shop",
  last: "6h",
  variables: [variable("channel", { title: "Channel", of: orders, label: "channel" })],
  rows: [
    row("Orders", [
      timeSeries({
        title: "Orders by channel",
        description: "Orders per second.",
        queries: [promql\`sum(rate(shop_orders_total{job="shop-api", channel=~"$channel"}[5m]))\`],
      }),
    ]),
  ],
});
`,
  *find({ dashboards }: Model): Iterable<Finding> {
    for (const dashboard of dashboards) {
      const names = dashboard.variables.map(({ name }) => name);
      const known = [ofEveryDashboard, ...names];
      for (const { definition, place, name, expr } of [...queriesOf(dashboard), ...choicesOf(dashboard)]) {
        for (const unknown of unknownVariables(expr, known)) {
          yield { definition, place, ...unknownTo(dashboard, `${name} names`, unknown) };
        }
      }
      for (const { definition, name, variable } of repeatedIn(dashboard)) {
        if (names.includes(variable)) continue;
        yield { definition, ...unknownTo(dashboard, `${name} is repeated for`, variable) };
      }
    }
  },
};

/** Panels and rows of which there is one for each value of a variable. */
function repeatedIn(dashboard: DashboardModel) {
  return dashboard.rows.flatMap(({ title, repeatFor, panels }) => [
    ...(repeatFor === undefined
      ? []
      : [{ definition: dashboard, name: `row "${title}"`, variable: repeatFor }]),
    ...panels.flatMap((panel) =>
      panel.repeat
        ? [{ definition: panel, name: `panel "${panel.title}"`, variable: panel.repeat.variable }]
        : [],
    ),
  ]);
}

function unknownTo({ uid, variables }: DashboardModel, names: string, unknown: string) {
  const known = variables.map(({ name }) => name);
  return {
    message: `${names} the variable $${unknown}, which dashboard "${uid}" does not have${suggestion(unknown, known)}`,
    fix: fixFor(known),
  };
}

/** What the variables themselves ask. */
function choicesOf(dashboard: DashboardModel) {
  return dashboard.variables.map(({ name, place, selector }) => ({
    definition: dashboard,
    place,
    name: `variable "${name}"`,
    expr: selector,
  }));
}

function fixFor(names: readonly string[]): string {
  const add = "add it to the dashboard's variables, with variable(…)";
  return names.length === 0
    ? add
    : `write ${listed(
        names.map((name) => `$${name}`),
        "or",
      )}, or ${add}`;
}
