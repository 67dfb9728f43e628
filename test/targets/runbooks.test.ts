import { readPromql } from "../../generators/promql/read.ts";
import { writtenAs } from "../promql/of-text.ts";
import { expect, test } from "vitest";
import { filesOfEach } from "../../generators/output.ts";
import { runbooks } from "../../generators/targets/docs/runbooks.ts";
import { externalUrls, smallModel, smallPlatform } from "./small-model.ts";
import { alertModel, analysisOf } from "./small-rules.ts";
import { place } from "./small-model.ts";
import { runbookModel } from "./small-runbook.ts";

const path = "docs/runbooks/shop/down-for-some.md";

test("no runbook, no page", () => {
  expect(filesOfEach(runbooks, smallModel())).toEqual({});
});

test("one runbook: the whole page, what one sees and how to tell it apart before what to do", () => {
  expect(filesOfEach(runbooks, smallModel({ alerts: [alertModel()], runbooks: [runbookModel()] }))).toEqual({
    [path]: `<!-- Generated from definitions/services/shop/shop.ts by "signalbox build": edit there, not here. -->

# Down for some

## What it looks like

Some cannot buy, and shop_orders_total still grows.

## How to confirm it

### Does anybody buy?

\`\`\`promql
sum(rate(shop_orders_total{job="shop"}[5m]))
\`\`\`

0: nobody. [Run in Prometheus](<http://localhost:9090/query?g0.expr=sum(rate(shop_orders_total%7Bjob%3D%22shop%22%7D%5B5m%5D))&g0.tab=graph&g0.range_input=1h>)

## Causes

- A broken \`basket\`.
- A full disk.

## What to do

1. Open the page:
   as a customer would.
2. Restart it.

## Alerts

- [ShopDown](<../../alerts/ShopDown.md>): The shop on *instance* is down

[All runbooks](<../README.md>)
`,
  });
});

test("a long expression is split as promtool does it, and asked for on one line", () => {
  const expr = `sum by (instance) (rate(shop_orders_total{job="shop"}[5m])) / sum by (instance) (rate(shop_visits_total{job="shop"}[5m]))`;
  const node = readPromql(expr) ?? writtenAs(expr);
  const question = { asks: "Who buys?", means: "Some.", node, expr, analysis: analysisOf(), place };
  const page = filesOfEach(runbooks, smallModel({ runbooks: [runbookModel({ questions: [question] })] }))[
    path
  ];
  expect(page).toContain(`\`\`\`promql
  sum by (instance) (rate(shop_orders_total{job="shop"}[5m]))
/
  sum by (instance) (rate(shop_visits_total{job="shop"}[5m]))
\`\`\``);
  expect(page).toContain(`?g0.expr=${encodeURIComponent(expr)}&`);
});

test("Prometheus' address may end with a slash, or have a path", () => {
  const moved = { ...externalUrls, prometheus: "https://example.org/prom/" } as const;
  const platform = smallPlatform({ externalUrls: moved });
  expect(filesOfEach(runbooks, smallModel({ platform, runbooks: [runbookModel()] }))[path]).toContain(
    "(<https://example.org/prom/query?g0.expr=",
  );
});

test("what would be formatting in a text is text", () => {
  const page = filesOfEach(runbooks, smallModel({ runbooks: [runbookModel({ pattern: "*all* [of] it" })] }))[
    path
  ];
  expect(page).toContain("\\*all\\* \\[of\\] it");
});
