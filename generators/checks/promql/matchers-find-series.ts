import { type Check, type Finding, suppressing } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import type { MatcherReference, SelectorReference } from "../../promql/extraction.ts";
import { acceptedBy } from "../../promql/label-value.ts";
import { hasVariable } from "../../promql/variable.ts";
import { nearestWord } from "../../text/suggestion.ts";
import { expressionsOf, type PlacedExpression } from "../reading/expressions-of.ts";
import { knownLabelValues, type KnownValues } from "../reading/known-label-values.ts";

const id = "matchers-find-series";

/** A matcher asks for a value that some series has: for an instance that is a target, for a field that is answered. */
export const matchersFindSeries: Check = {
  id,
  why: "Prometheus takes a matcher for any value, and returns nothing where no series has it. An alert on a misspelt instance is tested with that instance, and silent in production.",
  source: "https://prometheus.io/docs/prometheus/latest/querying/basics/",
  wrong: `
export const ManyOrders = alert({
  ...rest,
  expr: orders.where({ channel: "web", instance: "localhsot:8080" }).rate("5m").gt(5),
  scenario: runs(orders.where({ channel: "web", instance: "localhsot:8080" }), {
    ok: 3,
    limit: 5,
    firing: 5.25,
  }),
});
`,
  right: `
export const ManyOrders = alert({
  ...rest,
  expr: orders.where({ channel: "web", instance: "localhost:8080" }).rate("5m").gt(5),
  scenario: runs(orders.where({ channel: "web", instance: "localhost:8080" }), {
    ok: 3,
    limit: 5,
    firing: 5.25,
  }),
});
`,
  *find(model: Model): Iterable<Finding> {
    for (const expression of [...expressionsOf(model), ...variablesOf(model)]) {
      for (const selector of expression.analysis.selectors) {
        for (const matcher of selector.matchers) {
          const wrong = mistakeIn(matcher, selector, model);
          if (wrong) yield worded(expression, matcher, wrong);
        }
      }
    }
  },
};

/** What the choices of a dashboard are taken from. */
function variablesOf({
  dashboards,
}: Model): Pick<PlacedExpression, "definition" | "place" | "name" | "analysis">[] {
  return dashboards.flatMap((dashboard) =>
    dashboard.variables.map(({ name, place, analysis }) => ({
      definition: dashboard,
      place,
      name: `variable "${name}"`,
      analysis,
    })),
  );
}

interface Wrong extends KnownValues {
  /** The value that nothing has, and what it is in the matcher: all of it, or one of several. */
  readonly asked: string;
}

function mistakeIn(
  matcher: MatcherReference,
  { series }: SelectorReference,
  model: Model,
): Wrong | undefined {
  const { name, value } = matcher;
  // Without a value it asks whether there is such a label.
  if (value === "" || hasVariable(name) || hasVariable(value) || series.length === 0) return undefined;
  // What is declared is compared where expressions are read.
  if (series.some(({ labels }) => labels.get(name) !== "*")) return undefined;
  const known = knownLabelValues(name, series, model);
  if (!known) return undefined;
  const asked = valuesIn(matcher).find((one) => !known.values.some(one.isMeant))?.text;
  return asked === undefined ? undefined : { ...known, asked };
}

/** The values that it names, each of which something must have; a pattern that is more than a list counts as one. */
function valuesIn({ op, value }: MatcherReference): { text: string; isMeant: (known: string) => boolean }[] {
  const positive = op === "=" || op === "!=" ? "=" : "=~";
  const texts = positive === "=" ? [value] : (alternativesIn(value) ?? [value]);
  return texts.map((text) => ({ text, isMeant: acceptedBy({ op: positive, value: text }) }));
}

/** `a|b` is a list of two values, with what has a meaning in a pattern behind a backslash. */
function alternativesIn(pattern: string): string[] | undefined {
  const literal = String.raw`(?:[^\\^$.*+?()[\]{}|]|\\[^\w])+`;
  return new RegExp(`^${literal}(?:\\|${literal})+$`).test(pattern) ? pattern.split("|") : undefined;
}

function worded(
  { definition, place, name }: Pick<PlacedExpression, "definition" | "place" | "name">,
  { name: label, op }: MatcherReference,
  { of, values, asked }: Wrong,
): Finding {
  const isPattern = op === "=~" || op === "!~";
  const text = asked.replace(/\\(\W)/g, "$1");
  const nearest = nearestWord(text, values) ?? (values.length === 1 ? values[0] : undefined);
  const some = values.slice(0, 10).map((one) => `"${one}"`);
  const right = nearest === undefined ? `one of ${some.join(", ")}` : `"${nearest}"`;
  return {
    definition,
    place,
    message: `${name} asks for ${label}${op}"${asked}", but no ${of} ${isPattern ? "matches that" : "is that"}`,
    fix: `write ${right}, or ${suppressing(id)}`,
    texts: [text, asked],
    cause: `${label} ${asked}`,
  };
}
