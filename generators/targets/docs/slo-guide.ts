import type { Model } from "../../model/model.ts";
import type { Output } from "../../output.ts";
import { heading, link, printMarkdown } from "../../text/markdown.ts";
import { sourceOf } from "../parts/source-of.ts";
import { promiseTable } from "./slo-guide/promise-table.ts";
import { sloSection } from "./slo-guide/slo-section.ts";

/** The page of what was promised to users: how much may be bad, what fires when that is used up too fast, and where to look. */
export const sloGuide: Output = (model) => {
  const { slos } = model;
  if (slos.length === 0) return {};
  const services = model.services.filter(({ name }) => slos.some(({ service }) => service === name));
  const blocks = [
    heading(1, "Service-level objectives"),
    "What users were promised, and how much of it may be broken: the budget. No alert fires because something is bad, but because the budget would be gone too soon if it went on.",
    promiseTable(slos),
    ...services.flatMap(({ name, title }) => [heading(2, title), ...sectionsOf(name, model)]),
    link("The monitoring guide", "MONITORING.md"),
  ];
  return { "docs/slos.md": printMarkdown(blocks, { source: sourceOf(slos) }) };
};

function sectionsOf(service: string, model: Model): string[] {
  const own = model.slos.filter((slo) => slo.service === service);
  return own.flatMap((slo) => [heading(3, slo.title), ...sloSection(slo, model)]);
}
