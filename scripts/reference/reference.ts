import type { Docstring } from "./docstring.ts";
import { valuesOf } from "./examples.ts";
import { type Language, readLanguage } from "./read-language.ts";
import { compileExamples, type Compiled } from "./refusals.ts";
import { type Result, resultOf } from "./results.ts";

/** The language with what becomes of its examples. */
export interface Reference extends Compiled {
  readonly language: Language;
  /** The PromQL of an example, by its text; undefined where it makes none. */
  readonly results: ReadonlyMap<string, Result | undefined>;
}

/** Reads the language, compiles its examples and its refusals, and evaluates the examples. */
export function readReference(): Reference {
  const language = readLanguage();
  const all = docstringsOf(language);
  const examples = [...new Set(all.flatMap((one) => one.examples))];
  const refused = [...new Set(all.flatMap((one) => one.refuses))];
  const made = valuesOf(examples);
  const results = examples.map((code, index) => [code, resultOf(made[index]?.())] as const);
  return { language, results: new Map(results), ...compileExamples(refused, examples) };
}

/** Of all words, of all methods, and of the kinds that have the methods. */
export function docstringsOf({ words, methods }: Language): Docstring[] {
  return [
    ...words.map(({ docstring }) => docstring),
    ...methods.flatMap((kind) => [kind.docstring, ...kind.methods.map(({ docstring }) => docstring)]),
  ];
}
