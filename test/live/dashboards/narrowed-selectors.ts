import { quotePromql } from "../../../generators/promql/literal.ts";
import { model } from "../live-stack.ts";
import type { AskedQuery } from "./asked-queries.ts";
import { analyseText } from "../../promql/of-text.ts";

/** A series selector of a query that a variable narrows. */
export interface NarrowedSelector {
  /** `up{job="api", instance=~"$instance"}`, without range and offset. */
  readonly selector: string;
  /** The label whose values the variable chooses. */
  readonly label: string;
}

/** What a variable of the dashboard narrows in a query; nothing when the query does not ask for it. */
export function narrowedSelectors({ expr }: AskedQuery, variable: string): NarrowedSelector[] {
  const { selectors } = analyseText(expr, model.catalogue, { dashboard: true });
  return selectors.flatMap(({ metric = "", matchers }) => {
    const own = matchers.find(({ value }) => value === `$${variable}` || value.includes(`\${${variable}`));
    if (!own) return [];
    const written = matchers.map(({ name, op, value }) => `${name}${op}${quotePromql(value)}`);
    return [{ selector: `${metric}{${written.join(", ")}}`, label: own.name }];
  });
}
