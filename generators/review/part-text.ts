import { markedText } from "../promql/difference.ts";
import type { ComparisonOperator } from "../promql/operators.ts";
import { formatQuantity } from "../text/quantity.ts";
import { listed } from "../text/listed.ts";
import type { PartChange } from "./expression-change.ts";
import type { Pair } from "./pairing.ts";
import type { ReviewedExpression } from "./version.ts";

type NumberChange = Extract<PartChange, { readonly kind: "number" }>;
type SelectorChange = Extract<PartChange, { readonly kind: "matchers" }>;

const limits: Readonly<Record<ComparisonOperator, string>> = {
  ">": "above",
  ">=": "at or above",
  "<": "below",
  "<=": "at or below",
  "==": "at",
  "!=": "at other than",
};

/** `above 10%, was 5%` */
export function numberText({ base, head, limitOf, guard }: NumberChange, unit = "none"): string {
  // What is looked at beside it may have another unit.
  if (limitOf && guard)
    return `${guard.holds} ${guard.of} is ${limits[limitOf]} ${formatQuantity(head, "none")}, was ${formatQuantity(base, "none")}`;
  if (!limitOf)
    return `a number in it is ${formatQuantity(head, "none")}, was ${formatQuantity(base, "none")}`;
  return `${limits[limitOf]} ${formatQuantity(head, unit)}, was ${formatQuantity(base, unit)}`;
}

/** `series of http_requests_total with env="prod", was job="shop"` */
export function matchersText({ metric, change: { gained, lost, values } }: SelectorChange): string {
  const series = metric === "" ? "series" : `series of ${metric}`;
  const lists = values.flatMap(({ label, also, noLonger }) => [
    ...(also.length === 0 ? [] : [`also ${series} with ${label} ${listed(also, "or")}`]),
    ...(noLonger.length === 0 ? [] : [`no longer ${series} with ${label} ${listed(noLonger, "or")}`]),
  ]);
  return [...matcherTexts(series, gained, lost), ...lists].join("; ");
}

function matcherTexts(series: string, gained: readonly string[], lost: readonly string[]): string[] {
  if (gained.length === 0)
    return lost.length === 0 ? [] : [`all ${series}, was only those with ${listed(lost)}`];
  if (lost.length === 0) return [`only ${series} with ${listed(gained)}`];
  return [`${series} with ${listed(gained)}, was ${listed(lost)}`];
}

/** What became of a part of an expression; undefined where only both texts can say it. */
export function partText(part: PartChange, unit?: string): string | undefined {
  switch (part.kind) {
    case "number":
      return numberText(part, unit);
    case "matchers":
      return matchersText(part);
    case "window":
      return `${part.of} over ${part.head}, was ${part.base}`;
    case "grouping":
      return `put together ${part.head}, was ${part.base}`;
    case "rebuilt":
      return undefined;
  }
}

/** Of all parts, each sentence once: the same may have changed in several places. */
export function partTexts(parts: readonly PartChange[]): string {
  return [...new Set(parts.flatMap((part) => partText(part) ?? []))].join("; ");
}

/** Both versions in canonical form, with what differs marked. */
export function bothForms({ base, head }: Pair<ReviewedExpression>, parts: readonly PartChange[]): string[] {
  const form = ({ node, expr }: ReviewedExpression) =>
    node
      ? markedText(
          node,
          parts.map(({ path }) => path),
          ["⟦", "⟧"],
        )
      : expr;
  return [`was ${form(base)}`, `now ${form(head)}`];
}
