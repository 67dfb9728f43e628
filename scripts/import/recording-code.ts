import type { InputRule } from "../../generators/import/input/input-rule.ts";
import { plainWords } from "../../generators/promql/value-words.ts";
import { openAnswer } from "../code/open-answer.ts";
import { call, object, text } from "../code/code.ts";
import {
  allowEntry,
  commentsOf,
  expressionCode,
  labelsEntry,
  type RuleCode,
  type RuleToWrite,
} from "./rule-code.ts";

/** A recording as it is written into its file. */
export function recordingCode(recording: RuleToWrite): RuleCode {
  const { worded, group } = recording;
  const { rule, exported } = worded;
  const { code, needs } = expressionCode(recording);
  // Names by the convention are checked by their type.
  const word = /^[^:]+:[^:]+:[^:]+$/.test(rule.name) ? "recording" : "foreignRecording";
  const options = [
    { key: "help", value: text(helpOf(rule)) },
    { key: "example", value: object("", [{ key: "open", value: text("which value has it?") }]) },
    ...(group === undefined ? [] : [{ key: "group", value: group }]),
    ...labelsEntry(Object.entries(rule.labels)),
    ...allowEntry(worded),
  ];
  return {
    ...{
      exported,
      code: call(word, [text(rule.name), code, object("", options)]),
      comments: commentsOf(worded),
    },
    needs: { words: [word, ...needs.words], exports: needs.exports },
  };
}

/** What is recorded, as people say it; for more than a few words of PromQL a person must find others. */
function helpOf({ node }: InputRule): string {
  const words = plainWords(node);
  if (/[({[]/.test(words) || words.length > 120) return openAnswer("what is recorded?");
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
}
