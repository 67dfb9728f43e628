import { expect, test } from "vitest";
import { freeNames, statementsOf } from "./typescript.ts";

test("the names that an example uses are found: neither keys, nor what stands behind a dot, nor its own", () => {
  const text = `import { slo } from "signalbox";
const { shop_orders_total: orders, shop_free_seats } = sales;
export const Failing = alert({ severity: high, expr: orders.rate("5m").gt(limit[0]), for: "5m", component,
  summary: ({ labels, value }) => \`\${labels.instance} \${value} \${slo} \${shop_free_seats}\` });`;
  expect(freeNames(text)).toEqual(["alert", "component", "high", "limit", "sales"]);
});

test("statements say what they declare, and by which word", () => {
  const text = `import { a } from "b";
const low = 3;
// Why.
export const Failing = alert({
  a: [1, 2],
});
sales.shop_orders_total.rate("5m");
`;
  expect(statementsOf(text).map(({ names, word, kind }) => [kind, names, word])).toEqual([
    ["import", [], undefined],
    ["declaration", ["low"], undefined],
    ["declaration", ["Failing"], "alert"],
    ["expression", [], undefined],
  ]);
  expect(statementsOf(text)[2]?.text).toMatch(/^\/\/ Why\.\nexport const Failing/);
});
