import type { JobModel } from "../../../jobs/index.ts";
import type { TargetModel } from "../../../jobs/job.ts";
import { tokenOf, reachedOf } from "../../../jobs/of-jobs.ts";
import { bulletList, codeBlock, escapeMarkdown, inlineCode, link, table } from "../../../text/markdown.ts";
import { answerCommands } from "../../compose/commands.ts";
import { unitWords } from "../readable-text.ts";
import type { PageContext } from "./outline.ts";
import type { ReferenceMetric } from "./reference-metric.ts";

/** A job: its targets, how and how often they are scraped, and a table of its metrics. */
export function jobSection(
  job: JobModel,
  metrics: readonly ReferenceMetric[],
  context: PageContext,
): string[] {
  return [
    escapeMarkdown(job.description),
    bulletList([
      `Scraped every ${job.every} with a timeout of ${job.timeout}: ${job.targets.map(targetWords).join(", ")}`,
      ...jobItems(job),
      `All series have the labels ${commonLabels(job).join(", ")}`,
    ]),
    ...answers(job, context),
    metrics.length === 0
      ? `No rule or panel uses its metrics. Whether it is up is still recorded in ${inlineCode("up")}.`
      : table(
          ["metric", "type", "unit", "meaning"],
          metrics.map((metric) => row(metric, context)),
        ),
  ];
}

function targetWords({ written }: TargetModel): string {
  return inlineCode(written);
}

function jobItems(job: JobModel): string[] {
  const { reached, notes } = reachedOf(job);
  const token = tokenOf(job);
  const absent = job.absentWhileStopped ? ["Absent, and not down, while its container does not run"] : [];
  return [reached, ...(token ? [tokenItem(token.name)] : []), ...absent, ...notes];
}

function tokenItem(secret: string): string {
  return `With the token in ${inlineCode(`secrets/${secret}`)}`;
}

function commonLabels({ name, labels }: JobModel): string[] {
  const fixed = Object.entries({ job: name, ...labels });
  return [...fixed.map(([label, value]) => inlineCode(`${label}="${value}"`)), inlineCode("instance")];
}

function answers(job: JobModel, { model }: PageContext): string[] {
  const commands = answerCommands(job, model.platform.deploy);
  return commands.length === 0
    ? []
    : ["What it returns now, as the stack sees it:", codeBlock("sh", commands.join("\n"))];
}

function row({ key, name, type, unit, help }: ReferenceMetric, { targets }: PageContext): string[] {
  // The targets lead from one page to another, and this one is on the same page.
  const anchor = (targets.get(key) ?? "").replace(/^[^#]*/, "");
  return [link(name, anchor), type, unitWords(unit), escapeMarkdown(help)];
}
