import { expect, test } from "vitest";
import { filesOfEach } from "../../generators/output.ts";
import { alertCards, runbookSection } from "../../generators/targets/docs/alert-cards.ts";
import { testedModel } from "../../generators/rule-tests/tested-model.ts";
import { smallModel } from "./small-model.ts";
import { alertModel } from "./small-rules.ts";
import { runbookModel } from "./small-runbook.ts";

const runbooks = [
  runbookModel({ title: "Slow [all]", slug: "slow-all", alerts: ["ShopSlow", "ShopDown"] }),
  runbookModel({ title: "Other", slug: "other", alerts: ["ShopSlow"] }),
  runbookModel(),
];

test("the runbooks that list the alert, in the order of the model", () => {
  expect(runbookSection({ name: "ShopDown" }, { runbooks })).toEqual([
    "## Runbooks",
    "- [Slow \\[all\\]](<../runbooks/shop/slow-all.md>)\n- [Down for some](<../runbooks/shop/down-for-some.md>)",
  ]);
});

test("where none lists it there is no section", () => {
  expect(runbookSection({ name: "StockLow" }, { runbooks })).toEqual([]);
});

test("the card of the alert has it", () => {
  const page = filesOfEach(alertCards, testedModel(smallModel({ alerts: [alertModel()], runbooks })))[
    "docs/alerts/ShopDown.md"
  ];
  expect(page).toContain("## Runbooks\n\n- [Slow \\[all\\]](<../runbooks/shop/slow-all.md>)\n");
});
