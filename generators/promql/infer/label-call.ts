import type { LabelSpec } from "../../language/label.ts";
import { isList } from "../label-value.ts";
import type { LabelMap } from "../expression-type.ts";
import { type Argument, type Inference, isVariable, report } from "./inference.ts";
import { compileRe2 } from "../re2.ts";
import { suggestion } from "../../text/suggestion.ts";

/** The labels after `label_replace(v, dst, replacement, src, regex)`. */
export function replacedLabel(
  inference: Inference,
  args: readonly Argument[],
  labels: LabelMap | undefined,
): LabelMap | undefined {
  const [, target, replacement, source, pattern] = args;
  if (pattern) checkPattern(inference, pattern);
  if (source) checkSource(inference, "label_replace()", source, labels);
  const isAlways = matchesAlways(textOf(inference, pattern), textOf(inference, source), labels);
  return withTarget(inference, target, labels, isAlways ? constantIn(textOf(inference, replacement)) : "*");
}

/** The labels after `label_join(v, dst, separator, src …)`. */
export function joinedLabel(
  inference: Inference,
  args: readonly Argument[],
  labels: LabelMap | undefined,
): LabelMap | undefined {
  const [, target, , ...sources] = args;
  for (const source of sources) checkSource(inference, "label_join()", source, labels);
  return withTarget(inference, target, labels, sources.length === 0 ? [""] : "*");
}

function withTarget(
  inference: Inference,
  target: Argument | undefined,
  labels: LabelMap | undefined,
  values: LabelSpec,
): LabelMap | undefined {
  const name = textOf(inference, target);
  if (!target || name === undefined || !labels) return undefined;
  if (name === "") report(inference, target.at, "a label needs a name");
  const others = [...labels].filter(([label]) => label !== name);
  // The name of the metric is no label that an expression could be grouped by.
  if (isNone(values) || name === "__name__") return new Map(others);
  return new Map<string, LabelSpec>([...others, [name, values]]);
}

function checkSource(
  inference: Inference,
  name: string,
  source: Argument,
  labels: LabelMap | undefined,
): void {
  const label = textOf(inference, source);
  if (!labels || !label || label === "__name__" || labels.has(label)) return;
  const there = labels.size > 0 ? `there is ${[...labels.keys()].join(", ")}` : "there are none left";
  report(
    inference,
    source.at,
    `${name}: there is no label '${label}'${suggestion(label, labels.keys())}; ${there}`,
  );
}

function checkPattern(inference: Inference, pattern: Argument): void {
  const text = textOf(inference, pattern);
  const complaint = text === undefined ? undefined : compileRe2(text).complaint;
  if (complaint !== undefined) report(inference, pattern.at, complaint);
}

/** Whether a label of this value is none: an empty text takes it away. */
function isNone(values: LabelSpec): boolean {
  return isList(values) && values.every((value) => value === "");
}

/** Whether each series matches: by a pattern that takes everything, or by one that takes the empty text of a label that none has. */
function matchesAlways(
  pattern: string | undefined,
  source: string | undefined,
  labels: LabelMap | undefined,
) {
  if (pattern === ".*" || pattern === "(.*)") return true;
  const isMissing = source === "" || (source !== undefined && labels?.has(source) === false);
  return isMissing && pattern !== undefined && compileRe2(pattern).matches?.("") === true;
}

/** The one value that a replacement gives, where it takes over no group of the pattern. */
function constantIn(replacement: string | undefined): LabelSpec {
  if (replacement === undefined || /(?<!\$)(?:\$\$)*\$(?!\$)/.test(replacement)) return "*";
  return [replacement.replaceAll("$$", "$")];
}

/** The text of a string argument; undefined when it is none, or holds a variable of Grafana. */
export function textOf(inference: Inference, arg: Argument | undefined): string | undefined {
  if (arg?.node.kind !== "string" || isVariable(inference, arg.node.value)) return undefined;
  return arg.node.value;
}
