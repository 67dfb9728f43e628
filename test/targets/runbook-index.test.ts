import { expect, test } from "vitest";
import { runbookIndex } from "../../generators/targets/docs/runbooks.ts";
import { smallModel } from "./small-model.ts";
import { runbookModel } from "./small-runbook.ts";

const path = "docs/runbooks/README.md";

test("no runbook: no page", () => {
  expect(runbookIndex(smallModel())).toEqual({});
});

test("runbooks of two services: a table for each, with the alerts that lead to each runbook", () => {
  const runbooks = [
    runbookModel({ alerts: ["ShopDown", "ShopSlow"] }),
    runbookModel({ service: "host", title: "Full", slug: "full", alerts: ["HostDown"] }),
    runbookModel({ title: "Slow | dear", slug: "slow-dear" }),
  ];
  expect(runbookIndex(smallModel({ runbooks }))[path]).toBe(
    `<!-- Generated from definitions/services/shop/shop.ts by "signalbox build": edit there, not here. -->

# Runbooks

Patterns across several metrics that no single alert explains: how to recognize them, and what to do.

## The shop

| pattern | alerts |
| --- | --- |
| [Down for some](<shop/down-for-some.md>) | [ShopDown](<../alerts/ShopDown.md>), [ShopSlow](<../alerts/ShopSlow.md>) |
| [Slow \\| dear](<shop/slow-dear.md>) | [ShopDown](<../alerts/ShopDown.md>) |

## host

| pattern | alerts |
| --- | --- |
| [Full](<host/full.md>) | [HostDown](<../alerts/HostDown.md>) |

[The monitoring guide](<../MONITORING.md>)
`,
  );
});
