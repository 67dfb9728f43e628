import type { Check, Finding } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import { panelMistakes } from "../../panels/index.ts";

/** A panel is of a type that can show what its queries give: a pie has several slices, and a timeline says what its states are. */
export const panelsSuitTheirQueries: Check = {
  id: "panels-suit-their-queries",
  why: "A pie chart shows parts of a whole, so it needs several values that add up. With one slice, or with values that cannot be added, it says nothing.",
  source: "https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/pie-chart/",
  wrong: `
export const channels = pieChart({
  title: "Channels",
  description: "How people order.",
  queries: [orders.increase("$__range").sum()],
});
`,
  right: `
export const channels = pieChart({
  title: "Channels",
  description: "How people order.",
  queries: [orders.increase("$__range").sumBy("channel")],
});
`,
  *find({ dashboards }: Model): Iterable<Finding> {
    for (const panel of dashboards.flatMap(({ rows }) => rows.flatMap(({ panels }) => panels))) {
      // What is wrong with a query itself is said of the query.
      if (panel.queries.some(({ analysis }) => analysis.diagnostics.length > 0)) continue;
      for (const { message, fix } of panelMistakes(panel)) {
        yield { definition: panel, message: `panel "${panel.title}" ${message}`, fix };
      }
    }
  },
};
