import { describe, expect, test } from "vitest";
import { edited } from "../../scripts/drift/write/edited.ts";
import type { Edit } from "../../scripts/drift/write/wishes.ts";

const before = `import { counter, metrics } from "signalbox";

export const sales = metrics(shop, {
  // What people buy.
  shop_orders_total: counter({
    help: "Orders.", // of the till
    labels: { result: ["sold", "failed"], path: "*" },
    unused: "kept",
  }),
  shop_wait_seconds: histogram({ help: "Waiting.", buckets: [0.5, 1], unit: "seconds" }),
  "shop_named": gauge(named),
  shop_spread: gauge({ ...same, labels: { path: "*" } }),
  shop_listed: gauge({ help: "Listed.", labels: { result: results } }),
});
`;
const lineOf = (metric: string) => before.slice(0, before.indexOf(metric)).split("\n").length;
const after = (metric: string, edit: Edit) => edited(before, metric, lineOf(metric), edit);
const replaced = (from: string, to: string) => ({ text: before.replace(from, to) });
const orders = "shop_orders_total";

describe("one thing of a declaration is changed, and all else stays", () => {
  test.each<[string, string, Edit, string, string]>([
    ["the help", orders, { option: "help", code: '"Sold."' }, '"Orders."', '"Sold."'],
    ["a unit", "shop_wait_seconds", { option: "unit", code: '"minutes"' }, '"seconds"', '"minutes"'],
    [
      "a unit that it has not",
      orders,
      { option: "unit", code: '"orders"' },
      '    unused: "kept",\n',
      '    unused: "kept",\n    unit: "orders",\n',
    ],
    ["buckets", "shop_wait_seconds", { option: "buckets", code: "[0.5, 2]" }, "[0.5, 1]", "[0.5, 2]"],
    ["a value", orders, { valuesOf: "result", add: ["lost"] }, '"failed"]', '"failed", "lost"]'],
    ["a label that is new", orders, { addLabel: "shop" }, 'path: "*" }', 'path: "*", shop: "*" }'],
    [
      "the first label",
      "shop_wait_seconds",
      { addLabel: "shop" },
      '{ help: "Waiting.", buckets: [0.5, 1], unit: "seconds" }',
      // On one line it would be too long.
      '{\n    help: "Waiting.",\n    buckets: [0.5, 1],\n    unit: "seconds",\n    labels: { shop: "*" },\n  }',
    ],
    ["a label that is gone", orders, { removeLabel: "result" }, 'result: ["sold", "failed"], ', ""],
    ["the last label that is gone", orders, { removeLabel: "path" }, ', path: "*"', ""],
  ])("%s", (_, metric, edit, from, to) => expect(after(metric, edit)).toEqual(replaced(from, to)));

  test("the type, with its import", () =>
    expect(after(orders, { word: "gauge" })).toEqual({
      text: before
        .replace("total: counter(", "total: gauge(")
        .replace("{ counter, metrics }", "{ counter, gauge, metrics }"),
    }));
  test("a list over several lines stays one", () => {
    const wrapped = before.replace('["sold", "failed"]', '[\n      "sold",\n      "failed",\n    ]');
    expect(edited(wrapped, orders, lineOf(orders), { valuesOf: "result", add: ["lost"] })).toEqual({
      text: wrapped.replace('      "failed",\n', '      "failed",\n      "lost",\n'),
    });
  });
});

describe("what cannot be changed there is refused", () => {
  const notWritten = { refused: "it is not written out here" };
  const notPlain = { refused: "it is not written as plain values" };
  test.each<[string, string, Edit, object]>([
    ["options that have a name", "shop_named", { option: "help", code: '""' }, notWritten],
    ["another line", "shop_other", { option: "help", code: '""' }, notWritten],
    ["options that come from elsewhere", "shop_spread", { option: "help", code: '""' }, notPlain],
    ["a list that has a name", "shop_listed", { valuesOf: "result", add: ["lost"] }, notPlain],
    ["a label that stands nowhere", "shop_listed", { removeLabel: "path" }, notPlain],
  ])("%s", (_, metric, edit, refusal) => expect(after(metric, edit)).toEqual(refusal));
  test("a comment that would go with it", () => {
    const commented = before.replace('path: "*" }', '/* any */ path: "*" }');
    expect(edited(commented, orders, lineOf(orders), { removeLabel: "result" })).toEqual(notPlain);
  });
  test("a file with a mistake", () =>
    expect(edited("const a = {", "a", 1, { addLabel: "b" })).toEqual(notWritten));
});
