import { proposalFor, type GivenSeries } from "../../generators/import/scenario/proposal.ts";
import { quantityArgument } from "../../generators/import/words/quantity-argument.ts";
import { saySelector } from "../../generators/import/words/say-selector.ts";
import { type Said, Unsayable } from "../../generators/import/words/said.ts";
import { call, type Code, list, object, text } from "../code/code.ts";
import type { Needs } from "../new/module-path.ts";
import type { RuleToWrite } from "./rule-code.ts";
import { codeOfWords } from "./words-code.ts";

interface Proposed {
  readonly code: Code;
  readonly needs: Needs;
}

/** A scenario in words, for a person to judge; undefined where the alert is none of which one can be read off. */
export function proposedScenario({ worded, service, handles }: RuleToWrite): Proposed | undefined {
  const proposal = worded.expr.kind === "words" ? proposalFor(worded.rule.node) : undefined;
  if (!proposal) return undefined;
  const given = proposal.given.map((one) => givenWords(one, service.words.series));
  const all = given.flatMap((one) => one ?? []);
  if (all.length < given.length) return undefined;
  const codes = all.map(({ said, word, per, levels }) =>
    call(word, [codeOfWords(said.code, (name) => handles.handleOf(name).code), ...per, levels.code]),
  );
  const used = all.flatMap(({ said: { code } }) =>
    code.head.kind === "series" ? [handles.handleOf(code.head.name)] : [],
  );
  return {
    code: object("", [
      { key: "given", value: list(codes) },
      { key: "proposed", value: "true" },
    ]),
    needs: {
      words: [
        ...all.flatMap(({ word, levels }) => [word, ...levels.words]),
        ...used.flatMap(({ words }) => words),
      ],
      exports: used.flatMap(({ exports }) => exports),
    },
  };
}

interface GivenWords {
  readonly said: Said;
  readonly word: string;
  readonly per: readonly Code[];
  readonly levels: { readonly code: Code; readonly words: readonly string[] };
}

function givenWords(
  { series, behaves, per, levels }: GivenSeries,
  named: RuleToWrite["service"]["words"]["series"],
): GivenWords | undefined {
  const said = saidOf(() => saySelector({ ...series }, named));
  if (!said || said.kind === "buckets" || (said.kind === "counter") === (behaves === "holds"))
    return undefined;
  const unit = behaves === "runs" ? "none" : said.unit;
  const entries = Object.entries(levels).map(([key, value]) => ({
    key,
    value: quantityArgument(value, unit),
  }));
  const codes = entries.flatMap(({ key, value }) => {
    if (value?.kind === "number") return [{ key, value: String(value.value), words: [] }];
    return value?.kind === "quantity" ? [{ key, value: value.code, words: value.words }] : [];
  });
  if (codes.length < entries.length) return undefined;
  const [first] = codes;
  const isOne = first !== undefined && codes.every(({ value }) => value === first.value);
  const code = isOne
    ? first.value
    : object(
        "",
        codes.map(({ key, value }) => ({ key, value })),
      );
  return {
    said,
    word: behaves,
    per: per === undefined ? [] : [text(per)],
    levels: { code, words: codes.flatMap(({ words }) => words) },
  };
}

function saidOf(say: () => Said): Said | undefined {
  try {
    return say();
  } catch (error) {
    if (error instanceof Unsayable) return undefined;
    throw error;
  }
}
