import { parse } from "yaml";
import { percent, ratioOf, recording, runs, share } from "signalbox";
import { expect, test } from "vitest";
import { resolve } from "../../generators/model/resolve.ts";
import { ruleTestsOf } from "../../generators/rule-tests/tested-model.ts";
import { mixesRecorded, withAddedLabel } from "../../generators/rule-tests/with-added-label.ts";
import { filesOf } from "../../generators/targets/prometheus/tests.ts";
import { definitionsWith } from "../checks/small-definitions.ts";
import { orderRate, sales } from "../checks/small-shop.ts";
import { failuresOf } from "./promtool.ts";

const orders = sales.shop_orders_total;
const web = orders.where({ channel: "web" });
const phone = orders.where({ channel: "phone" });

/** The share of the phone, of which the whole is recorded, with what may be allowed of it. */
function shareOfPhone(allow: Record<string, string>) {
  return recording(
    "instance:shop_phone:ratio_rate5m",
    ratioOf(phone.rate("5m").sumBy("instance"), orderRate),
    {
      help: "The share of the orders that came by phone.",
      example: [
        { given: [share(phone, web, percent(50))], expect: percent(50) },
        { given: [runs(web, 1)], expect: 0 },
      ],
      allow,
    },
  );
}

/** What promtool says of its test once a label was added to all that is recorded. */
async function failuresWithLabel(allow: Record<string, string>): Promise<string> {
  const { model } = resolve(definitionsWith({ recordings: { orderRate, phone: shareOfPhone(allow) } }));
  const ruleTest = ruleTestsOf(model).find(({ name }) => name === "instance:shop_phone:ratio_rate5m");
  if (!ruleTest) throw new Error("it has no test");
  expect(mixesRecorded(ruleTest.rule)).toBe(true);
  const [test = "", rules = ""] = Object.values(filesOf(ruleTest));
  const labelled = withAddedLabel({ test, rules }, ruleTest.rule, model);
  expect(labelled.rules.match(/added_by_a_ruler/g)).toHaveLength(2);
  return failuresOf({ testFile: parse(labelled.test), ruleFile: parse(labelled.rules) });
}

test("a ratio of what is recorded is the same whatever label is added", async () => {
  expect(await failuresWithLabel({})).toBe("");
});

test("the plain form is not: it says 0 while half fails, or breaks", async () => {
  expect(await failuresWithLabel({ "joins-bear-added-labels": "to see what it would do" })).not.toBe("");
});
