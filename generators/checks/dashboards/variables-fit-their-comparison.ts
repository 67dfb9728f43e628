import type { Check, Finding } from "../../check.ts";
import type { DashboardModel, VariableModel } from "../../model/dashboard-model.ts";
import type { Model } from "../../model/model.ts";
import type { MatcherReference } from "../../promql/extraction.ts";
import { isVariable, meansSeveral } from "../../model/dashboards/narrow.ts";
import { queriesOf, type PlacedExpression } from "../reading/expressions-of.ts";

/**
 * What is chosen at the top of a dashboard is compared as Grafana writes it: several values by `=~`, one by `=`, and one within a
 * pattern only where Grafana is told to escape it.
 */
export const variablesFitTheirComparison: Check = {
  id: "variables-fit-their-comparison",
  why: "Grafana writes several chosen values as a pattern, and escapes a value for it only where several can be chosen. Compared in the other way the panel is empty, or shows the series of another value.",
  source: "https://grafana.com/docs/grafana/latest/datasources/prometheus/template-variables/",
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
        queries: [promql\`sum(rate(shop_orders_total{job="shop-api", channel="$channel"}[5m]))\`],
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
      for (const expression of queriesOf(dashboard)) yield* comparedOtherwise(expression, dashboard);
      yield* leadsToOne(dashboard, dashboards);
    }
  },
};

function* comparedOtherwise(
  { definition, place, name, analysis }: PlacedExpression,
  { variables }: DashboardModel,
): Iterable<Finding> {
  const matchers = analysis.selectors.flatMap((selector) => selector.matchers);
  for (const matcher of matchers) {
    for (const variable of variables) {
      const mistake = mistakeOf(matcher, variable);
      if (mistake) yield { definition, place, message: `${name}: ${mistake.message}`, fix: mistake.fix };
    }
  }
}

function mistakeOf({ name, op, value }: MatcherReference, variable: VariableModel) {
  const said = saidOf(variable.name, value);
  if (said.length === 0) return undefined;
  const isPattern = op === "=~" || op === "!~";
  const written = `${name}${op}${JSON.stringify(value)}`;
  const several = meansSeveral(variable);
  if (several && !isPattern) {
    const { can, leave } = severalWords(variable);
    return {
      message: `${written} compares with one value, but ${can}`,
      fix: `write ${name}${op === "=" ? "=~" : "!~"}${JSON.stringify(value)}, or ${leave}`,
    };
  }
  // The whole value would have become an = already.
  const isRaw = !several && isPattern && said.some((format) => format !== "regex");
  if (!isRaw || isVariable(value, variable.name)) return undefined;
  return {
    message: `${written} has the one value of "${variable.title}" in a pattern, where its dots and brackets are not meant`,
    fix: `write \${${variable.name}:regex}, which escapes them`,
  };
}

/** What can be chosen, and how not more than one could. */
function severalWords({ title, multiple, all }: VariableModel) {
  if (!multiple) return { can: `all of "${title}" can be chosen`, leave: "leave All out: all: false" };
  const can = `several of "${title}" can be chosen${all === false ? "" : ", and all"}`;
  return { can, leave: "let one be chosen: multiple: false" };
}

/** How a text has the variable, once for each time: with the format that stands behind it, if there is one. */
function saidOf(name: string, text: string): (string | undefined)[] {
  const pattern = new RegExp(`\\$(?:${name}\\b|\\{${name}(?::(\\w+))?\\})`, "g");
  return [...text.matchAll(pattern)].map(([, format]) => format);
}

/** A link takes the chosen values along; a dashboard where one can be chosen finds nothing for two of them, or for all. */
function* leadsToOne(from: DashboardModel, dashboards: readonly DashboardModel[]): Iterable<Finding> {
  for (const { url, title } of from.links) {
    const to = dashboards.find(({ uid }) => new RegExp(`^/d/${uid}(?![\\w-])`).test(url));
    for (const variable of from.variables) {
      const { name } = variable;
      const there = to?.variables.find((one) => one.name === name);
      if (!there || meansSeveral(there) || !meansSeveral(variable)) continue;
      yield {
        definition: from,
        message: `dashboard "${from.title}": its link "${title}" takes the chosen values of "${name}" along, of which there may be several or all, to a dashboard where one can be chosen`,
        fix: `let one be chosen here as well, with multiple: false, or several there`,
      };
    }
  }
}
