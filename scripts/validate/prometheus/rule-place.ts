import type { Place } from "../../../generators/language/place.ts";
import type { Model } from "../../../generators/model/model.ts";
import { lastCaughtBefore } from "../../../generators/targets/validation/go-errors.ts";
import type { RuleComplaint } from "./rule-complaints.ts";

/** Where the definition stands that promtool complains of: by name, else by the line of the generated file. */
export function rulePlace(complaint: RuleComplaint, text: string, model: Model): Place | undefined {
  const { group, line, reason } = complaint;
  const name = complaint.rule ?? (line === undefined ? undefined : ruleAt(text, line));
  const named = [...model.alerts, ...model.recordings].filter((rule) => rule.name === name);
  const rule = named.find((candidate) => candidate.group === group) ?? named[0];
  if (rule) return reason.startsWith("could not parse expression") ? rule.exprPlace : rule.place;
  const groupName = group ?? /\bgroupname: "(.*?)"/.exec(reason)?.[1];
  return model.groups.find((candidate) => candidate.name === groupName)?.place;
}

/** The name of the rule whose lines hold this one. */
function ruleAt(text: string, line: number): string | undefined {
  return lastCaughtBefore(text, line, /^\s*- (?:alert|record): "?([^"]+)"?$/);
}
