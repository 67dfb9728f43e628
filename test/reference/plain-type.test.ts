// Types of options in the words of an author.
import { Project } from "ts-morph";
import { describe, expect, test } from "vitest";
import { groupsOf, optionsOf } from "../../scripts/reference/read-options.ts";
import { plainType } from "../../scripts/reference/plain-type.ts";

const text = `
interface Corner {
  /** From the left. */
  readonly x: number;
}
interface Thing { readonly kind: "thing" }
type Side = "left" | "right";
interface Line { readonly from: Corner }
type Path<T extends string> = Line & Ending<T>;
type Ending<T extends string> =
  | {
      /** Where it ends. */
      readonly to: T;
      readonly length?: never;
      /** How it ends there. */
      readonly arrow: boolean;
    }
  | {
      readonly to?: never;
      /** How long it is. Default: 1. */
      readonly length?: number;
    };
type Pair<T extends string> = { readonly [K in T]: number };
interface BoxOptions<T extends string> {
  /** Checks to suppress. */
  readonly allow?: readonly string[];
  /** Its side. Default: \`left\`. The other is \`right\`. */
  readonly side?: Side;
  /** Its name. */
  readonly name: T;
  /** Where it is. */
  readonly at: Corner | readonly Corner[];
}
`;

const words = {
  string: "text",
  boolean: "`true` or `false`",
  "readonly string[]": "list: text",
  "readonly [string, ...string[]]": "list, at least one: text",
  'readonly ["a", "b"]': '`["a", "b"]`',
  Side: '`"left"` or `"right"`',
  'Exclude<Side, "left">': '`"right"`',
  "string | readonly string[]": "text or a list of these",
  "`${string}:${number}` | `#${string}`": 'text such as `"…:<number>"` or `"#…"`',
  "Readonly<Record<string, number>>": "by name: number",
  "Pair<Side>": "by name: number",
  "() => string": "function",
  'Corner["x"]': "number",
  "readonly Corner[]": "list: [corner](type:Corner)",
  W: "number",
  V: "value",
  "Path<Side>": "[path](type:Path)",
};
const others = ["Thing", "BoxOptions<string>"];
const types = [...Object.keys(words), ...others];

// One file for all: each project reads the library of the compiler anew.
const wanted = types.map((type, index) => `type Wanted${index}<V, W extends number> = ${type};\n`);
const file = new Project({ useInMemoryFileSystem: true }).createSourceFile("a.ts", text + wanted.join(""));
const typeOf = (type: string) =>
  file.getTypeAliasOrThrow(`Wanted${types.indexOf(type)}`).getTypeNodeOrThrow();

describe("in plain words", () => {
  test.each(Object.entries(words))("%s", (type, plain) => {
    expect(plainType(typeOf(type), new Map())).toBe(plain);
  });
  test("what another word makes needs words of its own", () => {
    expect(() => plainType(typeOf("Thing"), new Map())).toThrow(
      "there are no plain words for the type Thing",
    );
  });
});

test("options: what is required first, each with its default, and the options inside of them", () => {
  const { plain, options, inside } = optionsOf(typeOf("BoxOptions<string>"));
  expect(plain).toBeUndefined();
  expect(options.map(({ name, optional, default: value, text }) => [name, optional, value, text])).toEqual([
    ["name", false, undefined, "Its name."],
    ["at", false, undefined, "Where it is."],
    ["side", true, "`left`", "Its side. The other is `right`."],
    ["allow", true, undefined, "Checks to suppress."],
  ]);
  expect(inside.map(({ name, options: own }) => [name, own.map((one) => one.takes)])).toEqual([
    ["Corner", ["number"]],
  ]);
});

test("options of a type of several forms: all of them, and which go together", () => {
  const inside = new Map();
  plainType(typeOf("Path<Side>"), inside);
  const [path] = groupsOf(inside);
  expect(path?.options.map(({ name, optional, text }) => [name, optional, text])).toEqual([
    ["from", false, ""],
    ["to", true, "Where it ends. Together with `arrow`. Not together with `length`."],
    ["arrow", true, "How it ends there. Together with `to`. Not together with `length`."],
    ["length", true, "How long it is. Not together with `to` and `arrow`."],
  ]);
});
