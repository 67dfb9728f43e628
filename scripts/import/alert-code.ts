import { type Code, list, object, text } from "../code/code.ts";
import { openAnswer } from "../code/open-answer.ts";
import { kebabCase } from "../code/names.ts";
import { durationInMs } from "../../generators/language/duration.ts";
import type { Texts } from "../../generators/import/input/input-rule.ts";
import type { Needs } from "../new/module-path.ts";
import { proposedScenario } from "./proposed-scenario.ts";
import { alertTextCode } from "./alert-text.ts";
import {
  allowEntry,
  commentsOf,
  expressionCode,
  labelsEntry,
  type RuleCode,
  type RuleToWrite,
} from "./rule-code.ts";

/** An alert as it is written into its file. */
export function alertCode(alert: RuleToWrite): RuleCode {
  const { worded, service, group } = alert;
  const { rule, exported } = worded;
  const expression = expressionCode(alert);
  const scenario = scenarioOf(alert);
  const severity = service.severities.get(rule.labels["severity"] ?? "");
  const own = Object.entries(rule.labels).filter(([name]) => name !== "severity" && name !== "component");
  const entries = [
    ...(exported === rule.name ? [] : [{ key: "named", value: text(rule.name) }]),
    { key: "severity", value: severity?.name ?? "undefined" },
    { key: "component", value: text(rule.labels["component"] ?? kebabCase(rule.group)) },
    { key: "expr", value: expression.code },
    { key: "for", value: text(rule.for === undefined || durationInMs(rule.for) === 0 ? "0m" : rule.for) },
    ...(rule.keepFiringFor === undefined ? [] : [{ key: "keepFiringFor", value: text(rule.keepFiringFor) }]),
    { key: "scenario", value: scenario.code },
    ...textEntries(alert),
    ...(group === undefined ? [] : [{ key: "group", value: group }]),
    ...labelsEntry(own),
    ...allowEntry(worded),
  ];
  return {
    ...{ exported, code: object("alert", entries, { wrapped: true }), comments: commentsOf(worded) },
    needs: {
      words: ["alert", ...expression.needs.words, ...scenario.needs.words],
      exports: [...expression.needs.exports, ...scenario.needs.exports, ...(severity ? [severity] : [])],
    },
  };
}

/** What is proposed, or that it is still to be found. */
function scenarioOf(alert: RuleToWrite): { readonly code: Code; readonly needs: Needs } {
  const { open = "at which values does it fire?" } = alert.worded;
  const proposed = alert.worded.open === undefined ? proposedScenario(alert) : undefined;
  const left = object("", [
    {
      key: "open",
      value: text(open.replace(/^alert "[^"]*" /, "no scenario was found: the one that was tried ")),
    },
  ]);
  return proposed ?? { code: left, needs: { words: [], exports: [] } };
}

function textEntries({ worded }: RuleToWrite): { readonly key: string; readonly value: Code }[] {
  const { rule, labels } = worded;
  const { annotations } = rule;
  // A rule's own labels are in the texts as well.
  const known = { labels, unit: worded.unit };
  const summary = firstOf(annotations, "summary", "title", "message", "description") ?? rule.name;
  const description = firstOf(annotations, "description", "message", "summary") ?? rule.name;
  const link = firstOf(annotations, "runbook_url", "runbook");
  const impact = firstOf(annotations, "impact");
  const actions = link === undefined ? openAnswer("what is to be done first?") : `Follow ${link}`;
  return [
    { key: "summary", value: alertTextCode(oneLine(summary), known) },
    { key: "description", value: alertTextCode(description, known) },
    { key: "impact", value: text(impact ?? openAnswer("what do people notice?")) },
    { key: "actions", value: list([text(actions)]) },
  ];
}

function firstOf(annotations: Texts, ...names: readonly string[]): string | undefined {
  return names.map((name) => annotations[name]).find((value) => value !== undefined && value !== "");
}

/** Of a text that has several lines the first: a summary is one. */
function oneLine(value: string): string {
  return value.split("\n")[0]?.trim() ?? value;
}
