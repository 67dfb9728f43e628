import * as z from "zod";
import type { Annotation, Dashboard, Row } from "../../language/dashboard.ts";
import type { Column } from "../../language/column.ts";
import type { Line } from "../../language/line.ts";
import type { Legend, LineLooks } from "../../language/line-looks.ts";
import type { Link } from "../../language/link.ts";
import type { PanelOptions, PanelType, ThresholdLine, ValueName } from "../../language/panel.ts";
import type { Query } from "../../language/query.ts";
import type { Repeat } from "../../language/repeat.ts";
import type { Variable } from "../../language/variable.ts";
import * as v from "./values.ts";

type Named<O> = Omit<O, "kind" | "place">;

const colors = ["red", "orange", "yellow", "blue", "green"];
const color = v.oneOf(...colors);
const linkOptions: v.StructureOf<Link> = { title: v.text, url: v.text, time: v.flag.optional() };
const link = z.object(linkOptions);
const column: v.StructureOf<Column> = {
  title: v.text,
  unit: v.text.optional(),
  decimals: v.number.optional(),
  width: v.number.optional(),
  link: link.optional(),
};
const thresholdLine: v.StructureOf<ThresholdLine> = {
  value: v.quantity,
  color,
  side: v.oneOf("above", "below"),
};
const valueName: v.StructureOf<ValueName> = { text: v.text, color };

const perRow: readonly unknown[] = [2, 3, 4, 6, 8, 12];
const repeat: v.StructureOf<Repeat> = {
  for: v.made("variable(…)", "variable"),
  direction: v.oneOf("across", "down").optional(),
  perRow: v
    .a("2, 3, 4, 6, 8 or 12", (value) => perRow.includes(value), "write 2, 3, 4, 6, 8 or 12")
    .optional(),
};

const titled = {
  title: v.text,
  description: v.text,
  width: v.number.optional(),
  height: v.number.optional(),
  at: z.object({ x: v.number, y: v.number }).optional(),
  repeat: z.object(repeat).optional(),
  links: z.array(link).optional(),
  allow: v.allowances,
};
const queries = z.array(z.union([v.expression, v.made("query(…)", "query")]));
const withQueries = {
  ...titled,
  queries,
  unit: v.text.optional(),
  decimals: v.number.optional(),
  step: v.text.optional(),
};
const threshold = z.union([z.object(thresholdLine), v.made("alert(…)", "alert")]);
const coloured = {
  ...withQueries,
  thresholds: z.array(threshold).optional(),
  valueNames: v.byName(z.object(valueName)).optional(),
};
const ofNumbers = { ...coloured, min: v.number.optional(), max: v.number.optional() };
const sliceText = z.array(v.oneOf("name", "value", "percent")).optional();

const legend: v.StructureOf<Legend> = {
  as: v.oneOf("table", "list", "none").optional(),
  at: v.oneOf("bottom", "right").optional(),
  values: z.array(v.oneOf("last", "highest", "lowest", "mean", "sum")).optional(),
};
const lineLooks: v.StructureOf<LineLooks> = {
  legend: z.object(legend).optional(),
  tooltip: v.oneOf("all series", "one series", "none").optional(),
  fill: v.number.optional(),
  lineWidth: v.number.optional(),
  gaps: v.oneOf("short ones bridged", "bridged", "shown").optional(),
};

export const panels: { readonly [T in PanelType]: v.StructureOf<PanelOptions[T]> } = {
  stat: ofNumbers,
  gauge: ofNumbers,
  "bar gauge": ofNumbers,
  "time series": { ...ofNumbers, stacked: v.flag.optional(), ...lineLooks },
  "state timeline": coloured,
  heatmap: withQueries,
  table: { ...ofNumbers, columns: v.byName(z.union([v.text, z.object(column)])) },
  "pie chart": {
    ...withQueries,
    shape: v.oneOf("pie", "donut").optional(),
    labels: sliceText,
    legend: sliceText,
  },
  text: { ...titled, markdown: v.text },
  raw: { ...titled, json: z.object({ type: v.text }), reason: v.text, queries: queries.optional() },
};

const line: v.StructureOf<Line> = {
  color: color.optional(),
  dashed: v.flag.optional(),
  width: v.number.optional(),
  fill: v.number.optional(),
  below: v.flag.optional(),
  axis: v.oneOf("left", "right").optional(),
  stacked: v.flag.optional(),
  inLegend: v.flag.optional(),
};

const mistake = v.lookedAtElsewhere;
export const query: v.StructureOf<Named<Query>> = {
  expr: v.expression,
  legend: v.text.optional(),
  instant: v.flag.optional(),
  emptyMeans: v.text.optional(),
  line: z.object(line).optional(),
  showsLinkedAlerts: v.flag.optional(),
  refId: v.text.optional(),
  legendMistake: mistake,
};
export const row: v.StructureOf<Named<Row>> = {
  title: v.text,
  panels: z.array(v.made("timeSeries(…), stat(…) or another panel", "panel")),
  collapsed: v.flag,
  repeatFor: v.made("variable(…)", "variable").optional(),
};
export const variable: v.StructureOf<Named<Variable>> = {
  name: v.text,
  title: v.text,
  of: v.selector,
  label: v.text,
  multiple: v.flag,
  all: z.union([v.oneOf("anything", "some value", "what is offered"), z.literal(false)]),
  first: v.text.optional(),
  order: v.oneOf("rising", "falling", "as found"),
  matching: v.pattern.optional(),
  hidden: v.flag,
  narrows: v.flag,
};
export const annotation: v.StructureOf<Named<Annotation>> = {
  name: v.text,
  expr: v.expression,
  color: v.oneOf(...colors, "purple"),
  text: v.text,
  textMistake: mistake,
};
export const dashboard: v.StructureOf<Named<Dashboard>> = {
  uid: v.text,
  title: v.text,
  description: v.text,
  folder: v.text,
  tags: v.texts.optional(),
  refresh: v.text.optional(),
  last: v.text,
  variables: z.array(v.made("variable(…)", "variable")).optional(),
  annotations: z.array(v.made("annotation(…)", "annotation")).optional(),
  links: z.array(z.union([link, v.made("dashboard(…)", "dashboard")])).optional(),
  rows: z.array(v.made("row(…)", "row")),
  allow: v.allowances,
};
