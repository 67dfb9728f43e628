import type { Model } from "../model/model.ts";
import type { AlertModel, RecordingModel } from "../model/rule-model.ts";
import { showsAddedLabels } from "../promql/robust/added-labels.ts";

type Rule = AlertModel | RecordingModel;

/** The two files of a rule test, as they are written. */
export interface RuleTestTexts {
  readonly test: string;
  readonly rules: string;
}

/** A label that no metric has: as a ruler adds one to all that it records. */
const added = { name: "added_by_a_ruler", value: "yes" } as const;
const asMatcher = `${added.name}='${added.value}',`;
const asEntry = `${added.name}: "${added.value}"`;

/** Whether a label on what is recorded could change what a rule does: where what is recorded meets what is not. */
export function mixesRecorded({ analysis }: Rule): boolean {
  return analysis.joins.some(({ left, right }) => {
    const [one, other] = [left, right].map(({ series }) => series.map(({ type }) => type === "recorded"));
    return one !== undefined && other !== undefined && hasBoth([...one, ...other]);
  });
}

function hasBoth(recorded: readonly boolean[]): boolean {
  return recorded.includes(true) && recorded.includes(false);
}

/**
 * The same test, with a label added to all that is recorded: by the rules, and in what the test plays itself. What is expected is the
 * same but for that label.
 *
 * @param names under which the rule stands in these files besides its own
 */
export function withAddedLabel(
  { test, rules }: RuleTestTexts,
  rule: Rule,
  model: Pick<Model, "recordings" | "catalogue">,
  names: readonly string[] = [],
): RuleTestTexts {
  const own = rule.kind === "recording" ? names : [];
  const recorded = new Set([...model.recordings.map(({ name }) => name), ...own]);
  const shows = rule.kind === "recording" || showsAddedLabels(rule.deployed.node, model);
  const isLabelled = (name: string) => recorded.has(name) || (name === "ALERTS" && shows);
  const series = test.replace(
    /^( *(?:- )?(?:series|labels): "?)([\w:]+)(\{?)/gm,
    (text, before: string, name: string, brace: string) => {
      if (!isLabelled(name)) return text;
      return brace === "{" ? `${before}${name}{${asMatcher}` : `${before}${name}{${asMatcher.slice(0, -1)}}`;
    },
  );
  return {
    test: shows ? series.replace(/^( *)((?:- )?)exp_labels:(?: \{\})?$/gm, expected) : series,
    rules: rules.replace(/^( *)- record: .*\n(?:\1 .*\n)*/gm, labelled),
  };
}

/** The entry of a recording, whose labels may be there already. */
function labelled(entry: string, indent: string): string {
  const labels = `\n${indent}  labels:`;
  if (entry.includes(`${labels}\n`))
    return entry.replace(`${labels}\n`, `${labels}\n${indent}    ${asEntry}\n`);
  return entry.replace("\n", `${labels} { ${asEntry} }\n`);
}

function expected(_: string, indent: string, dash: string): string {
  return `${indent}${dash}exp_labels:\n${indent}${dash.replace("-", " ")}  ${asEntry}`;
}
