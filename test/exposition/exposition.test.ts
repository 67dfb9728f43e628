import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Family } from "../../generators/exposition/exposition.ts";
import { readExposition } from "../../generators/exposition/read-exposition.ts";

function read(text: string): readonly Family[] {
  const found = readExposition(text);
  if ("unreadable" in found) throw new Error(`line ${found.unreadable.line}: ${found.unreadable.reason}`);
  return found.families;
}

/** A family as plain data. */
const plain = ({ name, type, help, unit, samples }: Family) => ({
  ...{ name, type, help, unit },
  samples: samples.map((one) => [one.name, Object.fromEntries(one.labels), one.value]),
});

describe("the text format of Prometheus", () => {
  test("names, types, helps, labels and values", () => {
    const text = `# HELP shop_orders_total Orders, by how\\nthey \\\\ ended.
# TYPE shop_orders_total counter
shop_orders_total{result="sold",} 3 1700000000000
shop_orders_total { result = "fai\\"led\\n" } 1e3
# a comment
shop_free_seats NaN
`;
    expect(read(text).map(plain)).toEqual([
      {
        ...{ name: "shop_orders_total", type: "counter", unit: undefined },
        help: "Orders, by how\nthey \\ ended.",
        samples: [
          ["shop_orders_total", { result: "sold" }, 3],
          ["shop_orders_total", { result: 'fai"led\n' }, 1000],
        ],
      },
      {
        ...{ name: "shop_free_seats", type: "untyped", help: "", unit: undefined },
        samples: [["shop_free_seats", {}, NaN]],
      },
    ]);
  });
  test("a histogram and a summary are one family each", () => {
    const text = `# TYPE wait histogram
wait_bucket{le="0.5"} 1
wait_bucket{le="+Inf"} 2
wait_sum 0.7
wait_count 2
# TYPE size summary
size{quantile="0.99"} 7
size_sum 12
size_count 3
`;
    expect(read(text).map(({ name, type, samples }) => [name, type, samples.length])).toEqual([
      ["wait", "histogram", 4],
      ["size", "summary", 3],
    ]);
  });
  test("a name that looks like a part of another family is its own when it is described", () => {
    const text = `# TYPE wait histogram\nwait_bucket{le="+Inf"} 2\n# TYPE wait_count gauge\nwait_count 2\n`;
    expect(read(text).map(({ name }) => name)).toEqual(["wait", "wait_count"]);
  });
  test("what is described and has no series yet is a family", () => {
    const text = "# TYPE shop_calls_total counter\n# TYPE up gauge\nup 1\n";
    expect(read(text).map(({ name, samples }) => [name, samples.length])).toEqual([
      ["shop_calls_total", 0],
      ["up", 1],
    ]);
  });
});

describe("OpenMetrics", () => {
  test("counters are named as their samples, and what is no measurement is left out", () => {
    const text = `# TYPE orders counter
# UNIT wait_seconds seconds
# TYPE wait_seconds gauge
orders_total{a="b"} 17.0 1520879607.789 # {trace_id="KOO5S4vxi0o"} 0.67
orders_created{a="b"} 1520430000.123
wait_seconds 5
# TYPE build info
build_info{version="1"} 1
# EOF
nothing is read here
`;
    expect(read(text).map(({ name, type, unit, samples }) => [name, type, unit, samples.length])).toEqual([
      ["orders_total", "counter", undefined, 1],
      ["wait_seconds", "gauge", "seconds", 1],
      ["build_info", "info", undefined, 1],
    ]);
  });
  test("a name in quotes", () => {
    expect(read('# TYPE "shop.orders" gauge\n{"shop.orders",kind="a"} 1\n').map(plain)).toEqual([
      {
        ...{ name: "shop.orders", type: "gauge", help: "", unit: undefined },
        samples: [["shop.orders", { kind: "a" }, 1]],
      },
    ]);
  });
});

test.each([
  ["", 1, "there is no metric in it"],
  ["# HELP a b\n# TYPE a gauge\n", 1, "there is no metric in it"],
  ["<html>", 1, "<html> has no value"],
  ['{"status": "ok"}', 1, "the labels are not closed with }"],
  ["up 1\nup", 2, "up has no value"],
  ["up one", 1, "one is not a number"],
  ["up 0x1p3", 1, "0x1p3 is not a number"],
  ['up{a="1" 1', 1, "the labels are not closed with }"],
  ['up{a="1"', 1, "the labels are not closed with }"],
  ["up{a=1} 1", 1, "a text in quotes is missing, or is not closed"],
  ['up{a="1} 1', 1, "a text in quotes is missing, or is not closed"],
  ['up{a="1",a="2"} 1', 1, "the label a stands twice"],
  ["up{,} 1", 1, "a label is missing"],
  ['{a="1"} 1', 1, "there is no name of a metric"],
  ["up 1 two three", 1, "something follows the value of up: two three"],
  ["# TYPE up thermometer\nup 1", 1, "up has the type thermometer, which does not exist"],
])("%j is refused with its line and a reason", (text, line, reason) => {
  expect(readExposition(text)).toEqual({ unreadable: { line, reason } });
});

test("texts of megabytes are read, and not only those of a line", () => {
  const long = "x".repeat(4_000_000);
  const text = `# HELP "shop.orders" ${long}\n# TYPE "${long}" gauge\nup{path="${long}"} 1\n`;
  expect(read(text).map(({ name, samples }) => [name.length, samples.length])).toEqual([
    ["shop.orders".length, 0],
    [long.length, 0],
    ["up".length, 1],
  ]);
});

const name = fc.stringMatching(/^[a-z_][a-z0-9_]{0,8}$/);
const value = fc.oneof(fc.double(), fc.constantFrom(Infinity, -Infinity, NaN));
const labels = fc.dictionary(
  name,
  fc.string({ unit: "binary" }).filter((text) => !text.includes("\r")),
);

test("whatever is written with the escapes of the format is read as it was", () => {
  const written = (text: string) =>
    `"${text.replace(/[\\"\n]/g, (char) => (char === "\n" ? "\\n" : `\\${char}`))}"`;
  const number = (one: number) => String(one).replace("Infinity", "Inf");
  fc.assert(
    fc.property(name, labels, value, (metric, own, amount) => {
      const pairs = Object.entries(own).map(([label, text]) => `${label}=${written(text)}`);
      const [family] = read(`${metric}{${pairs.join(",")}} ${number(amount)}\n`);
      expect(family?.samples).toEqual([
        { name: metric, labels: new Map(Object.entries(own)), value: Number(String(amount)) },
      ]);
    }),
  );
});

test("any text is read or refused with one of its lines, and never throws", () => {
  const piece = fc.constantFrom(
    "up",
    "{",
    "}",
    '"',
    "=",
    ",",
    " ",
    "\n",
    "# TYPE up ",
    "gauge",
    "1",
    "\\",
    "é",
  );
  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(piece).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const found = readExposition(text);
      if ("families" in found) expect(found.families.length).toBeGreaterThan(0);
      else expect(found.unreadable.line).toBeLessThanOrEqual(text.split("\n").length);
    }),
    { numRuns: 500 },
  );
});

test("a very long line takes no longer than its length", () => {
  const long = "a".repeat(300_000);
  for (const text of [
    `up{a="${"\\\\".repeat(150_000)}`,
    `up{${long}`,
    `# HELP ${long}`,
    `up ${" ".repeat(300_000)}x`,
  ]) {
    expect(readExposition(text)).toHaveProperty("unreadable");
  }
});
