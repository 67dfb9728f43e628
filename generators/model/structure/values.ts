import * as z from "zod";
import { isExpression } from "../../language/expression/expression.ts";
import { metricOf } from "../../language/metric.ts";
import { amountOf } from "../../language/quantity.ts";
import { listed } from "../../text/listed.ts";

// Types as the types of the language have them, and nothing of what may stand in them: that is what the shapes are for.

/** Each option of a word, so that a new one is not forgotten. */
export type StructureOf<O> = { readonly [K in keyof Required<O>]: z.ZodType };

/** A part that something else looks at. */
export const lookedAtElsewhere = z.unknown().optional();

export const text = z.string();
export const flag = z.boolean();
/** One that is none is found by a check of its own. */
export const number = a("a number", (value) => typeof value === "number", "write a number");

/** A value of which only a function knows what it is. */
export function a(what: string, is: (value: unknown) => boolean, fix: string): z.ZodType {
  return z.custom(is, { error: `is not ${what}`, params: { fix } });
}

export const expression = a("a PromQL expression", isExpression, "write a PromQL expression");
export const selector = a(
  "a metric",
  (value) => metricOf(value) !== undefined,
  "write a metric or a recording",
);

export function oneOf(...values: readonly string[]): z.ZodType {
  const quoted = values.map((value) => JSON.stringify(value));
  return a(
    `${listed(quoted, "or")}`,
    (value) => typeof value === "string" && values.includes(value),
    `write ${listed(quoted, "or")}`,
  );
}

/** What one of these words returned. */
export function made(word: string, ...kinds: readonly string[]): z.ZodType {
  const is = (value: unknown) =>
    typeof value === "object" &&
    value !== null &&
    "kind" in value &&
    "place" in value &&
    kinds.some((kind) => kind === value.kind);
  return z.custom(is, { error: `was not made with ${word}`, params: { fix: `write it with ${word}` } });
}

export const oneOrMore = (item: z.ZodType) => z.union([z.array(item), item]);
export const texts = z.array(text);
export const byName = (item: z.ZodType) => z.record(z.string(), item);
export const quantity = z.union([
  number,
  a("an amount", (value) => amountOf(value) !== undefined, "write a number"),
]);
/** A text, or a function that says one. */
export const words = a(
  "text",
  (value) => typeof value === "string" || typeof value === "function",
  "write a text, or a function of words",
);
export const pattern = a("a pattern", (value) => value instanceof RegExp, "write a pattern, such as /web.*/");
export const place = lookedAtElsewhere;
export const allowances = byName(text).optional();
/** Where a file says it. */
export const secret = made("secretFile(…)", "secret file");
