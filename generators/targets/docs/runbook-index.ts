import type { Model } from "../../model/model.ts";
import type { RunbookModel } from "../../model/runbook-model.ts";
import type { Output } from "../../output.ts";
import { heading, link, printMarkdown, table } from "../../text/markdown.ts";
import { serviceTitle } from "../parts/service-title.ts";
import { sourceOf } from "../parts/source-of.ts";

/** The list of all runbooks, by service, with the alerts that lead to each; only where there are any. */
export const runbookIndex: Output = (model) => {
  if (model.runbooks.length === 0) return {};
  const services = [...new Set(model.runbooks.map(({ service }) => service))];
  const blocks = [
    heading(1, "Runbooks"),
    "Patterns that several metrics make together, and that no single alert explains: how to know them, and what to do.",
    ...services.flatMap((service) => [
      heading(2, serviceTitle(service, model)),
      runbookTable(service, model),
    ]),
    link("The monitoring guide", "../MONITORING.md"),
  ];
  return { "docs/runbooks/README.md": printMarkdown(blocks, { source: sourceOf(model.runbooks) }) };
};

function runbookTable(service: string, { runbooks }: Model): string {
  return table(["pattern", "alerts"], runbooks.filter((runbook) => runbook.service === service).map(row));
}

function row({ title, slug, service, alerts }: RunbookModel): string[] {
  const links = alerts.map((name) => link(name, `../alerts/${name}.md`));
  return [link(title, `${service}/${slug}.md`), links.join(", ")];
}
