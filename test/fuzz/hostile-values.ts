import fc from "fast-check";
import { text } from "../text/hostile-data.ts";

/** A value that no option expects; made anew each time, because what it is made into may change it. */
export interface Hostile {
  readonly make: () => unknown;
  /** How fast-check calls it in its report of a failure. */
  readonly [fc.toStringMethod]: () => string;
}

const numbers = [NaN, Infinity, -Infinity, -0, 0, -1, 0.1, 1e21, 2 ** 53, Number.MAX_VALUE, Number.MIN_VALUE];

/** Each means something to a program that reads it, if it is not written as the text that it is. */
const texts = [
  ...["", " ", "a ", "\ta", "a\tb", "a\r\nb", "a\nb", "\u0000", "\u001b[31m", "\u0085", "\u2028", "\ufeff"],
  ...["\ud800", "a\udc00", "\u202eabc", "\u200b", "yes", "NO", "null", "~", "0x1f", "0o17", "1e3", "1_000"],
  ...[
    "22:00",
    "2026-01-31",
    ".inf",
    "- a",
    "? b",
    "a: b",
    "a #b",
    "#",
    "|",
    ">",
    "&a",
    "*a",
    "!!int",
    "%",
    "@",
  ],
  ...["`", "---", "...", "<<", "=", "{", "}", "[", "]", "'", '"', "\\", "${HOME}", "$1", "$$", "$"],
  ...[
    "{{ $labels.x }}",
    "{{ end }}",
    "{{",
    "}}",
    '{{ define "x" }}',
    "[[x]]",
    '"} or vector(1) #',
    "sum(",
    "up",
  ],
  ...[
    "<script>alert(1)</script>",
    "<!--",
    "-->",
    "&amp;",
    "|a|b|",
    "# a",
    "](javascript:alert(1))",
    "```",
    "~~~",
  ],
  ...[
    "../../etc/passwd",
    "/",
    ".",
    "con",
    "a/b",
    "C:\\x",
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
  ],
  ...[
    "5m",
    "0s",
    "-5m",
    "1y",
    "99999999999999999999d",
    "localhost:0",
    "http://",
    "http://a b",
    "*",
    "(",
    "[a-",
    "(a+)+",
  ],
  ...["https://user:hunter2@example.org/", "$__rate_interval", "$datasource", "é😀", "\ufffe"],
];

class Strange {
  readonly kind = "severity";
}

/** What only a cast lets through, and what JavaScript gives whoever makes a mistake. */
export const strange: Readonly<Record<string, () => unknown>> = {
  undefined: () => undefined,
  null: () => null,
  true: () => true,
  false: () => false,
  "a huge bigint": () => 10n ** 400n,
  "a symbol": () => Symbol("x"),
  "100 kB of text": () => "long ".repeat(20_000),
  "an empty list": () => [],
  "a list of one text": () => ["x"],
  "a list of null": () => [null],
  // eslint-disable-next-line no-sparse-arrays
  "a list with a hole": () => [, "x"],
  "an empty object": () => ({}),
  "an object": () => ({ x: 1 }),
  "an object of any kind": () => ({ kind: "anything" }),
  "an object without a prototype": () => Object.assign(Object.create(null), { x: 1 }),
  "an object that holds itself": () => {
    const value: Record<string, unknown> = {};
    value["itself"] = value;
    return value;
  },
  "a list that holds itself": () => {
    const value: unknown[] = [];
    value.push(value);
    return value;
  },
  "an object with __proto__": () => JSON.parse('{"__proto__": {"x": 1}, "constructor": 1}'),
  "a severity of nothing": () => ({ kind: "severity" }),
  "an alert of nothing": () => ({ kind: "alert" }),
  "a panel of nothing": () => ({ kind: "panel", type: "stat" }),
  "a panel of no type": () => ({ kind: "panel", type: "toString" }),
  "a receiver of nothing": () => ({ kind: "receiver" }),
  "a dashboard of nothing": () => ({ kind: "dashboard" }),
  "a secret of nothing": () => ({ kind: "secret file" }),
  "an SLO of nothing": () => ({ kind: "slo" }),
  "a probe module of nothing": () => ({ kind: "probe module" }),
  "a function": () => () => "x",
  "a function that throws": () => () => {
    throw new Error("hunter2");
  },
  "a function that throws nothing that is an error": () => () => {
    throw undefined;
  },
  "a function of an object": () => () => ({}),
  "a date": () => new Date(0),
  "no date": () => new Date(NaN),
  "a map": () => new Map([["x", 1]]),
  "a set": () => new Set(["x"]),
  "a pattern": () => /x/g,
  "an error": () => new Error("x"),
  "a promise": () => Promise.resolve(1),
  "a class": () => Strange,
  "an object of a class": () => new Strange(),
  "a text in an object": () => Object("x"),
  bytes: () => new Uint8Array(3),
  "a getter that throws": () => ({
    get kind(): string {
      throw new Error("hunter2");
    },
  }),
  "a text that throws": () => ({
    toString() {
      throw new Error("hunter2");
    },
  }),
  "a proxy that throws": () => {
    const refuse = () => {
      throw new Error("hunter2");
    };
    return new Proxy(
      {},
      { get: refuse, has: refuse, ownKeys: refuse, getPrototypeOf: refuse, getOwnPropertyDescriptor: refuse },
    );
  },
  "a proxy that ended": () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  },
  "lists a thousand deep": () => Array.from({ length: 20_000 }).reduce<unknown>((inner) => [inner], []),
};

const called = (name: string, make: () => unknown): Hostile => ({ make, [fc.toStringMethod]: () => name });
export const named = (name: string, value: unknown) => called(name, () => value);

export const hostile: fc.Arbitrary<Hostile> = fc.oneof(
  fc.constantFrom(...numbers).map((value) => named(Object.is(value, -0) ? "-0" : String(value), value)),
  { weight: 3, arbitrary: fc.constantFrom(...texts).map((value) => named(JSON.stringify(value), value)) },
  text.map((value) => named(JSON.stringify(value), value)),
  {
    weight: 3,
    arbitrary: fc.constantFrom(...Object.entries(strange)).map(([name, make]) => called(name, make)),
  },
);
