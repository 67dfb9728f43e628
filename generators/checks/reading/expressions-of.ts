import type { Place } from "../../language/place.ts";
import type { Allowing } from "../../definition.ts";
import type { Model } from "../../model/model.ts";
import type { Analysis } from "../../promql/analysis.ts";

/** An expression anywhere in the definitions. */
export interface PlacedExpression {
  readonly definition: Allowing;
  readonly place: Place;
  /** What it belongs to, as messages name it: `alert "TicketShopFailing"`. */
  readonly name: string;
  readonly expr: string;
  readonly analysis: Analysis;
  /** `rule`: Prometheus evaluates it; `query`: Grafana or a person asks it. */
  readonly kind: "rule" | "query";
}

/** All expressions: recordings, alerts, panels' queries, annotations, and the questions of runbooks. */
export function expressionsOf(model: Model): PlacedExpression[] {
  return [...rulesOf(model), ...model.dashboards.flatMap(queriesOf), ...model.runbooks.flatMap(questionsOf)];
}

/** The expressions of recordings and alerts. */
export function rulesOf({ recordings, alerts }: Pick<Model, "recordings" | "alerts">): PlacedExpression[] {
  return [...recordings, ...alerts].map((rule) => ({
    definition: rule,
    place: rule.exprPlace,
    name: `${rule.kind} "${rule.name}"`,
    expr: rule.expr,
    analysis: rule.analysis,
    kind: "rule",
  }));
}

/**
 * Rules whose expression is wrong, and those that read such a recording: nobody knows what they do. What is wrong is reported by
 * `expressions-are-valid`, and what follows from it by nobody.
 */
export function brokenRules({
  recordings,
  alerts,
}: Pick<Model, "recordings" | "alerts">): ReadonlySet<Allowing> {
  const rules = [...recordings, ...alerts];
  const broken = new Set(rules.filter((rule) => isBroken(rule, rule.analysis)));
  for (let known = -1; known !== broken.size;) {
    known = broken.size;
    const names = new Set([...broken].filter(({ kind }) => kind === "recording").map(({ name }) => name));
    for (const rule of rules) {
      if (rule.analysis.selectors.some(({ metric = "" }) => names.has(metric))) broken.add(rule);
    }
  }
  return broken;
}

/** Whether some expression is wrong, so that nobody knows what it would read. */
export function someAreBroken(model: Model): boolean {
  return expressionsOf(model).some(({ definition, analysis }) => isBroken(definition, analysis));
}

/** Not where its author wants it so: that would silence other checks for good. */
function isBroken({ allow }: Allowing, { diagnostics }: Analysis): boolean {
  return diagnostics.length > 0 && allow?.["expressions-are-valid"] === undefined;
}

/** The expressions of a dashboard's panels and annotations. */
export function queriesOf(dashboard: Model["dashboards"][number]): PlacedExpression[] {
  const panels = dashboard.rows.flatMap((row) => row.panels);
  const queries = panels.flatMap((panel) =>
    panel.queries.map(({ place, expr, analysis }) => ({
      definition: panel,
      place,
      name: `panel "${panel.title}"`,
      expr,
      analysis,
      kind: "query" as const,
    })),
  );
  const annotations = dashboard.annotations.map(({ name, place, expr, analysis }) => ({
    definition: dashboard,
    place,
    name: `annotation "${name}"`,
    expr,
    analysis,
    kind: "query" as const,
  }));
  return [...queries, ...annotations];
}

function questionsOf(runbook: Model["runbooks"][number]): PlacedExpression[] {
  return runbook.questions.map(({ place, expr, analysis }) => ({
    definition: runbook,
    place,
    name: `runbook "${runbook.title}"`,
    expr,
    analysis,
    kind: "query",
  }));
}
