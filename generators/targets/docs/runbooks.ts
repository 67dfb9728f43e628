import { alertNamed, partsOfService } from "../../model/lookups.ts";
import { making } from "../../keep/keeper.ts";
import type { Model, QuestionModel, RunbookModel } from "../../model/model.ts";
import type { Files, Output, OutputOfEach } from "../../output.ts";
import { formatPromql } from "../../promql/format.ts";
import { bulletList, codeBlock, heading, link, printMarkdown, table } from "../../text/markdown.ts";
import { shownPanels } from "../../model/alert-relations.ts";
import { thingsNamedBy } from "./named-things.ts";
import { numberedActions, readableText, serviceTitle } from "./readable-text.ts";
import { sourceOf } from "../source-of.ts";

/** The list of all runbooks, by service, with the alerts that lead to each; only where there are any. */
export const runbookIndex: Output = (model) => {
  if (model.runbooks.length === 0) return {};
  const services = [...new Set(model.runbooks.map(({ service }) => service))];
  const blocks = [
    heading(1, "Runbooks"),
    "Patterns across several metrics that no single alert explains: how to recognize them, and what to do.",
    ...services.flatMap((service) => [
      heading(2, serviceTitle(service, model)),
      runbookTable(service, model),
    ]),
    link("The monitoring guide", "../MONITORING.md"),
  ];
  return { "docs/runbooks/README.md": printMarkdown(blocks, { source: sourceOf(model.runbooks) }) };
};

function runbookTable(service: string, model: Model): string {
  return table(["pattern", "alerts"], partsOfService(model, service).runbooks.map(row));
}

function row({ title, slug, service, alerts }: RunbookModel): string[] {
  const links = alerts.map((name) => link(name, `../alerts/${name}.md`));
  return [link(title, `${service}/${slug}.md`), links.join(", ")];
}

/** A page per runbook: what it looks like, how to recognize it, its causes and what to do. */
export const runbooks: OutputOfEach = function* (model) {
  for (const runbook of model.runbooks) {
    yield making(`runbook ${runbook.service} ${runbook.slug}`, { runbook }, filesOf);
  }
};

function filesOf({ runbook }: { readonly runbook: RunbookModel }, model: Model): Files {
  return { [`docs/runbooks/${runbook.service}/${runbook.slug}.md`]: page(runbook, model) };
}

function page(runbook: RunbookModel, model: Model): string {
  const { service, title, pattern, questions, causes, actions, place } = runbook;
  const owner = { name: title, service, listed: [], mayMean: () => true, toDocs: "../.." };
  const names = thingsNamedBy(owner, shownPanels(model), model);
  const blocks = [
    heading(1, title),
    heading(2, "What it looks like"),
    readableText(pattern, names),
    heading(2, "How to confirm it"),
    ...questions.flatMap((question) => ofQuestion(question, model)),
    heading(2, "Causes"),
    bulletList(causes.map((cause) => readableText(cause, names))),
    heading(2, "What to do"),
    numberedActions(actions, names),
    heading(2, "Alerts"),
    alertLinks(runbook, model),
    link("All runbooks", "../README.md"),
  ];
  return printMarkdown(blocks, { source: place.file });
}

function ofQuestion({ asks, means, node, expr }: QuestionModel, { platform }: Model): string[] {
  const server = platform.externalUrls.prometheus.replace(/\/$/, "");
  // An hour of the graph: what is going on now, and what was before.
  const url = `${server}/query?g0.expr=${encodeURIComponent(expr)}&g0.tab=graph&g0.range_input=1h`;
  return [
    heading(3, asks),
    codeBlock("promql", formatPromql({ node, expr })),
    `${readableText(means)} ${link("Run in Prometheus", url)}`,
  ];
}

function alertLinks({ alerts }: RunbookModel, model: Model): string {
  const items = alerts.map((name) => {
    const summary = alertNamed(model, name)?.annotations["summary"] ?? "";
    return `${link(name, `../../alerts/${name}.md`)}: ${readableText(summary)}`;
  });
  return bulletList(items);
}
