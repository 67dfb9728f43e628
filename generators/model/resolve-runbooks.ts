import type { AlertDefinition } from "../language/alert.ts";
import { nodeOf } from "../language/expression/expression.ts";
import type { Question, Runbook } from "../language/runbook.ts";
import type { Service } from "../language/service.ts";
import { analyse } from "../promql/analysis.ts";
import type { SeriesCatalogue } from "../promql/catalogue.ts";
import { expressionPlace, readingOf } from "../promql/reading.ts";
import type { FillIn } from "./fill-in.ts";
import { inOrder } from "../text/order.ts";
import type { AlertModel } from "./rule-model.ts";
import type { QuestionModel, RunbookModel } from "./model.ts";

/** What runbooks are resolved from. */
export interface RunbookSources {
  readonly catalogue: SeriesCatalogue;
  readonly fill: FillIn;
  /** The alert that a definition became; undefined when no service exports it. */
  readonly alertOf: (definition: AlertDefinition) => Pick<AlertModel, "name"> | undefined;
}

/** The runbooks of a service, as they stand in its files. */
export function resolveRunbooks(service: Service, sources: RunbookSources): RunbookModel[] {
  return inOrder(service.runbooks).map((runbook) => resolveRunbook(runbook, service.name, sources));
}

function resolveRunbook(
  runbook: Runbook,
  service: string,
  { catalogue, fill, alertOf }: RunbookSources,
): RunbookModel {
  const { title, pattern, questions, causes, actions, alerts, place, allow = {} } = runbook;
  return {
    service,
    title,
    slug: slugOf(title),
    pattern,
    questions: questions.map((question) => resolveQuestion(question, catalogue, fill)),
    causes,
    actions,
    alerts: alerts.flatMap((alert) => alertOf(alert)?.name ?? []),
    unexported: alerts.filter((alert) => alertOf(alert) === undefined).map((alert) => alert.place),
    place,
    allow,
  };
}

function resolveQuestion(question: Question, catalogue: SeriesCatalogue, fill: FillIn): QuestionModel {
  const written = fill(nodeOf(question.expr));
  const reading = readingOf(written);
  const { asks, means } = question;
  // Without Grafana's variables: it is asked in Prometheus.
  return {
    asks,
    means,
    // What cannot be read is a problem of its own.
    node: reading.node ?? written,
    expr: reading.expr,
    analysis: analyse(reading, catalogue),
    place: expressionPlace(written) ?? question.place,
  };
}

function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
