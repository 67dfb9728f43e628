import type { QuantityCode } from "../../text/quantity-code.ts";

/** An expression in the words of the language, as data: who prints it knows how wide a line is. */
export interface WordCode {
  readonly head: WordHead;
  readonly calls: readonly WordCall[];
}

/** What an expression begins with. */
export type WordHead =
  /** A metric of the catalogue, or what a rule records, by the name in PromQL; of a histogram or a summary also which of its series. */
  | { readonly kind: "series"; readonly name: string; readonly part: SeriesPart | undefined }
  /** A word by itself: `time()`, `vector(0)`. */
  | { readonly kind: "word"; readonly word: string; readonly args: readonly WordArgument[] };

/** How a handle of several series calls each of them. */
export type SeriesPart = "bucket" | "sum" | "count" | "quantiles";

/** A method with what stands in its brackets. */
export interface WordCall {
  readonly method: string;
  readonly args: readonly WordArgument[];
}

export type WordArgument =
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "number"; readonly value: number }
  /** As JavaScript writes it: `/5../`. */
  | { readonly kind: "pattern"; readonly value: string }
  | ({ readonly kind: "quantity" } & QuantityCode)
  | { readonly kind: "expression"; readonly code: WordCode }
  | { readonly kind: "options"; readonly entries: readonly (readonly [key: string, value: WordArgument])[] }
  | { readonly kind: "list"; readonly values: readonly string[] };

export function textArgument(value: string): WordArgument {
  return { kind: "text", value };
}

export function listArgument(values: readonly string[]): WordArgument {
  return { kind: "list", values };
}

/** The expression with one more call. */
export function calling(code: WordCode, method: string, ...args: readonly WordArgument[]): WordCode {
  return { head: code.head, calls: [...code.calls, { method, args }] };
}

/** All that an expression begins with, in itself and in what stands in its brackets. */
export function headsIn({ head, calls }: WordCode): WordHead[] {
  const own = head.kind === "word" ? head.args : [];
  return [head, ...[...own, ...calls.flatMap(({ args }) => args)].flatMap(headsOf)];
}

function headsOf(argument: WordArgument): WordHead[] {
  if (argument.kind === "expression") return headsIn(argument.code);
  return argument.kind === "options" ? argument.entries.flatMap(([, value]) => headsOf(value)) : [];
}

/** The words of the language that stand in an expression beside methods: `percent`, `time`. */
export function wordsIn({ head, calls }: WordCode): string[] {
  const own = head.kind === "word" ? [head.word, ...head.args.flatMap(wordsOf)] : [];
  return [...own, ...calls.flatMap(({ args }) => args.flatMap(wordsOf))];
}

function wordsOf(argument: WordArgument): readonly string[] {
  if (argument.kind === "expression") return wordsIn(argument.code);
  if (argument.kind === "options") return argument.entries.flatMap(([, value]) => wordsOf(value));
  return argument.kind === "quantity" ? argument.words : [];
}
