import type { InputDashboard, InputPanel, InputRow, InputVariable } from "../dashboards/input-dashboard.ts";
import { labelValues } from "../dashboards/dashboard-readers.ts";
import { legendOf } from "../dashboards/say-queries.ts";
import { unitSaid } from "../dashboards/say-fields.ts";
import { variableOptions } from "../dashboards/say-variable.ts";
import { printPromql } from "../../promql/print.ts";
import { dataAt, textAt } from "../../targets/validation/untyped-data.ts";
import { queryMeaning } from "./same-panel.ts";

/** Something that a dashboard shows, and how: what is compared of what was read and what was built. */
export type Fact = readonly [what: string, is: string];

/** What is shown at the top: which series each choice is of, and what can be chosen. The data source is the language's own. */
export function variableFacts({ variables }: InputDashboard): Fact[] {
  return variables.filter(({ type }) => type !== "datasource").map(variableFact);
}

function variableFact(variable: InputVariable): Fact {
  const asked = labelValues(variable);
  const of = asked ? `${queryMeaning(printPromql(asked.node))} by ${asked.label}` : variable.query;
  // What narrows is written into each query, and what is chosen at first into no other place.
  const { narrows: _, first: __, ...options } = variableOptions(variable);
  return [`the variable ${variable.name}`, `${variable.type} ${of} ${JSON.stringify(options)}`];
}

/** A row and what stands in it, from its heading down. */
export function panelFacts(panel: InputPanel, { panels }: InputRow): Fact[] {
  const { position, title, description, repeat, queries } = panel;
  const top = Math.min(...panels.map((one) => one.position.y));
  const { x, y, width, height } = position;
  return [
    ["its title", title],
    ["its description", description],
    ["what draws it", panel.type],
    ["its place", [x, y - top, width, height].join(" ")],
    ["its repetition", repeat ?? "none"],
    ["the number of its queries", String(queries.length)],
    ...queries.flatMap((query, index): Fact[] => [
      [
        `query ${index + 1}`,
        query.expr === undefined ? JSON.stringify(query.json) : queryMeaning(query.expr),
      ],
      [`the moment of query ${index + 1}`, momentOf(panel, index)],
      [`the legend of query ${index + 1}`, legendFact(panel, index)],
    ]),
    ...unitFact(panel),
  ];
}

/** What shows one number of now has no history: an import says so where it had one. */
function momentOf({ queries, type }: InputPanel, index: number): string {
  if (type === "gauge" || type === "bargauge") return "now";
  return dataAt(queries[index]?.json, "instant") === true ? "now" : "the shown time";
}

/** Columns have headings instead. */
function legendFact({ type, queries, title }: InputPanel, index: number): string {
  const query = queries[index];
  if (type === "table" || !query) return "";
  const { legend = "" } = legendOf(query);
  // A line that is alone the language names by its panel.
  return queries.length === 1 && legend === title ? "" : legend;
}

/** Where nothing was said the language knows it of the expression. */
function unitFact(panel: InputPanel): Fact[] {
  const id = textAt(panel.json, "fieldConfig", "defaults", "unit");
  if (id === undefined || id === "none" || id === "") return [];
  try {
    return [["its unit", unitSaid(id).unit ?? id]];
  } catch {
    return [["its unit", id]];
  }
}
