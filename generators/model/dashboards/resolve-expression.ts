import type { AlertDefinition } from "../../language/alert.ts";
import { nodeOf, unitOf } from "../../language/expression/expression.ts";
import type { Place } from "../../language/place.ts";
import type { Platform } from "../../language/platform.ts";
import type { Service } from "../../language/service.ts";
import { analyse, type Analysis } from "../../promql/analysis.ts";
import type { SeriesCatalogue } from "../../promql/catalogue.ts";
import { expressionPlace, readingOf } from "../../promql/reading.ts";
import type { FillIn } from "../fill-in.ts";
import type { JobModel } from "../../jobs/index.ts";
import type { DrawnAlert } from "../../panels/panel-model.ts";
import type { Node } from "../../promql/tree.ts";
import { narrow, type Narrowing } from "./narrow.ts";

/** What dashboards are resolved from. */
export interface DashboardSources {
  readonly services: readonly Service[];
  readonly platform: Platform;
  /** Of all services: how often a job is scraped says how close the points of a panel can be. */
  readonly jobs: readonly JobModel[];
  readonly catalogue: SeriesCatalogue;
  readonly fill: FillIn;
  /** The alert that a definition became; undefined when no service exports it. */
  readonly alertOf: (definition: AlertDefinition) => DrawnAlert | undefined;
}

/** What the expressions of one dashboard have in common. */
export interface Narrowed {
  readonly catalogue: SeriesCatalogue;
  readonly fill: FillIn;
  readonly variables: readonly Narrowing[];
  /** The names of the alerts that link to the dashboard. */
  readonly linkedAlerts: readonly string[];
}

/** An expression of a dashboard as it is printed. */
export interface ResolvedExpression {
  readonly node: Node;
  readonly expr: string;
  readonly analysis: Analysis;
  /** From its type; when that does not say it, from the analysis of its text. */
  readonly unit: string;
  readonly place: Place;
}

/** Prints an expression, narrowed by the variables. Text of its own is its place, else `place` is. */
export function resolveExpression(
  expression: unknown,
  place: Place,
  { catalogue, fill, variables }: Omit<Narrowed, "linkedAlerts">,
): ResolvedExpression {
  const written = fill(nodeOf(expression));
  const change = (node: Node) => narrow(node, catalogue, variables);
  const reading = readingOf(written, { variables: true, change });
  const analysis = analyse(reading, catalogue, { dashboard: true });
  const unit = unitOf(expression) === "none" ? analysis.type.unit : unitOf(expression);
  return {
    // What cannot be read is a problem of its own.
    node: reading.node ?? written,
    expr: reading.expr,
    analysis,
    unit,
    place: expressionPlace(written) ?? place,
  };
}
