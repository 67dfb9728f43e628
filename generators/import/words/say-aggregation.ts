import { aggregationNamed, type AggregationRow } from "../../promql/aggregations.ts";
import { printPromql } from "../../promql/print.ts";
import { resultUnit } from "../../promql/result-unit.ts";
import type { AggregationNode } from "../../promql/tree.ts";
import { asVector } from "./as-vector.ts";
import { constantOf } from "./constant.ts";
import { hasMethod, methodOf } from "./method-of.ts";
import { type Said, type Saying, Unsayable } from "./said.ts";
import { calling, textArgument, type WordArgument } from "./word-code.ts";

/** An aggregation, as the method of what it adds up. */
export function sayAggregation(node: AggregationNode, { say }: Saying): Said {
  const row = aggregationNamed(node.name);
  const data = node.args.at(-1);
  if (!row || !data) throw new Unsayable("aggregation", printPromql(node));
  const given = say(data);
  const grouping = groupingOf(node, row);
  for (const label of grouping.labels) {
    if (given.kind !== "scalar" && !given.labels.has(label)) throw new Unsayable("label", label);
  }
  const method =
    row.parameter === undefined || row.parameter === "quantile"
      ? methodOf(node.name, grouping.ending)
      : methodOf(node.name);
  const of = base(given, { method, row, grouping });
  const args = [...parametersOf(node, row), ...grouping.labels.map(textArgument)];
  const code = calling(of.code, method, ...args);
  return { code, ...resultOf(of, { node, row, grouping }) };
}

interface Grouping {
  readonly ending: "" | "by" | "without";
  readonly labels: readonly string[];
}

function groupingOf(node: AggregationNode, row: AggregationRow): Grouping {
  const { by = [], without } = node;
  if (!without) return { ending: by.length > 0 ? "by" : "", labels: by };
  // What picks series, and what counts their values, has no word for that.
  if (row.labels !== "grouped") throw new Unsayable("aggregation", printPromql(node));
  return { ending: "without", labels: without };
}

interface Aggregated {
  readonly method: string;
  readonly row: AggregationRow;
  readonly grouping: Grouping;
}

/** Buckets stay buckets where they are added up; for how many series a condition holds can be asked of itself. */
function base(given: Said, { method, row, grouping }: Aggregated): Said {
  const staysBuckets =
    row.addsUp &&
    grouping.ending !== "" &&
    !(grouping.ending === "without" && grouping.labels.includes("le"));
  if (given.kind === "bucket rates" && staysBuckets) return given;
  // How many series there are can be asked of counters too, whatever they have counted.
  const isOfSeries = row.labels === "grouped" && (row.unit === "count" || row.unit === "bool");
  if (given.kind === "counter" && isOfSeries) return given;
  const isCounted = row.unit === "count" && row.labels === "grouped" && grouping.ending !== "without";
  if (given.kind === "condition" && isCounted && hasMethod("vectors", method)) return given;
  return asVector(given);
}

function parametersOf(node: AggregationNode, row: AggregationRow): WordArgument[] {
  if (row.parameter === undefined) return [];
  const [parameter] = node.args;
  if (parameter?.kind === "string") return [textArgument(parameter.value)];
  const value = parameter && constantOf(parameter);
  if (value === undefined) throw new Unsayable("aggregation", printPromql(node));
  return [{ kind: "number", value }];
}

function resultOf(
  of: Said,
  {
    node,
    row,
    grouping,
  }: { readonly node: AggregationNode; readonly row: AggregationRow; readonly grouping: Grouping },
): Omit<Said, "code"> {
  const { observed } = of;
  if (row.labels === "kept") return { kind: "vector", labels: of.labels, unit: of.unit, observed };
  const kept = [...of.labels].filter(
    (name) => grouping.labels.includes(name) !== (grouping.ending === "without"),
  );
  const [first] = node.args;
  const made = row.labels === "counted" && first?.kind === "string" ? [first.value] : [];
  const labels = new Set([...kept, ...made]);
  const unit = resultUnit(row.unit, of);
  const isOfBuckets = of.kind === "bucket rates" && labels.has("le");
  return {
    ...{ kind: isOfBuckets ? "bucket rates" : "vector", labels, unit },
    observed: labels.has("le") ? observed : undefined,
  };
}
