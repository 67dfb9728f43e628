import { headsIn, wordsIn } from "../../generators/import/words/word-code.ts";
import { type Code, keyOf, object, text } from "../code/code.ts";
import type { Needs } from "../new/module-path.ts";
import type { Handles, ImportedService } from "./imported-service.ts";
import { textExpressionCode } from "./text-expression.ts";
import type { WordedRule } from "./worded-rule.ts";
import { codeOfWords } from "./words-code.ts";

/** A rule as it is written into its file. */
export interface RuleCode {
  readonly exported: string;
  readonly code: Code;
  /** Lines above it. */
  readonly comments: readonly string[];
  readonly needs: Needs;
}

/** What the code of a rule is made from. */
export interface RuleToWrite {
  readonly worded: WordedRule;
  readonly service: ImportedService;
  readonly handles: Handles;
  /** How its file calls its group; undefined: that of the service. */
  readonly group: string | undefined;
  readonly path: string;
}

/** The expression, with what must be imported for it. */
export function expressionCode({ worded, handles }: RuleToWrite): {
  readonly code: Code;
  readonly needs: Needs;
} {
  const { expr } = worded;
  if (expr.kind === "text")
    return { code: textExpressionCode(worded), needs: { words: ["promql"], exports: [] } };
  const { code } = expr.said;
  const names = headsIn(code).flatMap((head) => (head.kind === "series" ? [head.name] : []));
  const used = names.map(handles.handleOf);
  return {
    code: codeOfWords(code, (name) => handles.handleOf(name).code),
    needs: {
      words: [...wordsIn(code), ...used.flatMap(({ words }) => words)],
      exports: used.flatMap(({ exports }) => exports),
    },
  };
}

/** What its author wrote above it, where it stood, and why it is text. */
export function commentsOf({ rule, expr }: WordedRule): readonly string[] {
  return [
    ...(rule.comment === undefined ? [] : [rule.comment]),
    ...(expr.kind === "text" ? [`As text: ${expr.reason.replace(/\s+/g, " ").slice(0, 120)}`] : []),
  ];
}

type Entry = { readonly key: string; readonly value: Code };

/** `allow: { "check": "reason" }`, where a check is suppressed. */
export function allowEntry({ allow }: WordedRule): Entry[] {
  const entries = [...allow].map(([check, reason]) => ({ key: keyOf(check), value: text(reason) }));
  return entries.length === 0 ? [] : [{ key: "allow", value: object("", entries) }];
}

/** The labels of a rule that its options have no other word for. */
export function labelsEntry(labels: readonly (readonly [name: string, value: string])[]): Entry[] {
  const entries = labels.map(([name, value]) => ({ key: keyOf(name), value: text(value) }));
  return entries.length === 0 ? [] : [{ key: "labels", value: object("", entries) }];
}
