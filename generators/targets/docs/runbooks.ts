import type { Model } from "../../model/model.ts";
import type { QuestionModel, RunbookModel } from "../../model/runbook-model.ts";
import type { Files, Output } from "../../output.ts";
import { bulletList, codeBlock, heading, link, printMarkdown } from "../../text/markdown.ts";
import { formatPromql } from "../../promql/format.ts";
import { readableText } from "../parts/readable-text.ts";

/** A page for each runbook: what one sees, how to tell it apart, what it comes from and what to do. */
export const runbooks: Output = (model): Files =>
  Object.fromEntries(
    model.runbooks.map((runbook) => [
      `docs/runbooks/${runbook.service}/${runbook.slug}.md`,
      page(runbook, model),
    ]),
  );

function page(runbook: RunbookModel, model: Model): string {
  const { title, pattern, questions, causes, actions, place } = runbook;
  const blocks = [
    heading(1, title),
    heading(2, "What it looks like"),
    readableText(pattern),
    heading(2, "How to tell it apart"),
    ...questions.flatMap((question) => ofQuestion(question, model)),
    heading(2, "What it comes from"),
    bulletList(causes.map(readableText)),
    heading(2, "What to do"),
    actions.map(action).join("\n"),
    heading(2, "Alerts"),
    alertLinks(runbook, model),
    link("All runbooks", "../README.md"),
  ];
  return printMarkdown(blocks, { source: place.file });
}

function ofQuestion({ asks, means, expr }: QuestionModel, { platform }: Model): string[] {
  const server = platform.externalUrls.prometheus.replace(/\/$/, "");
  // An hour of the graph: what is going on now, and what was before.
  const url = `${server}/query?g0.expr=${encodeURIComponent(expr)}&g0.tab=graph&g0.range_input=1h`;
  return [
    heading(3, asks),
    codeBlock("promql", formatPromql(expr)),
    `${readableText(means)} ${link("Ask Prometheus", url)}`,
  ];
}

function action(text: string, index: number): string {
  const marker = `${index + 1}. `;
  // Further lines belong to the item only when they are indented as far as its text.
  return marker + readableText(text).replaceAll("\n", `\n${" ".repeat(marker.length)}`);
}

function alertLinks({ alerts }: RunbookModel, model: Model): string {
  const items = alerts.map((name) => {
    const summary = model.alerts.find((alert) => alert.name === name)?.annotations["summary"] ?? "";
    return `${link(name, `../../alerts/${name}.md`)}: ${readableText(summary)}`;
  });
  return bulletList(items);
}
