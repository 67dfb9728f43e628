import type { SeriesCatalogue } from "../../promql/catalogue.ts";
import { isList } from "../../promql/label-value.ts";
import type { CatalogueSeries } from "../../promql/series.ts";
import { metricNameOf, type SelectorNode } from "../../promql/tree.ts";
import type { SeriesFacts } from "./rule.ts";

/** What catalogues say of series: of two versions what both say. */
export function catalogueFacts(catalogues: readonly SeriesCatalogue[]): SeriesFacts {
  return {
    isNeverNegative: (selector) =>
      catalogues.every((catalogue) => {
        const series = seriesOf(selector, catalogue);
        return series.length > 0 && series.every(({ type }) => type === "counter" || type === "bucket");
      }),
    valuesOf(selector, label) {
      const lists = catalogues.map((catalogue) => listed(seriesOf(selector, catalogue), label));
      const known = lists.flatMap((list) => list ?? []);
      return lists.length > 0 && lists.every((list) => list !== undefined) ? [...new Set(known)] : undefined;
    },
  };
}

function seriesOf(selector: SelectorNode, { lookup }: SeriesCatalogue): readonly CatalogueSeries[] {
  return lookup(metricNameOf(selector) ?? "", selector.matchers).series;
}

/** All values of a label; undefined where one of the series may have any. */
function listed(series: readonly CatalogueSeries[], label: string): readonly string[] | undefined {
  const specs = series.map(({ labels }) => labels.get(label));
  const lists = specs.filter((spec) => spec !== undefined).filter(isList);
  return series.length > 0 && lists.length === series.length ? lists.flat() : undefined;
}
