import { percent, ratioOf, recording, share } from "signalbox";
import { expect, test } from "vitest";
import { resolve } from "../../generators/model/resolve.ts";
import { mutantsOf } from "../../generators/mutation/mutants.ts";
import { ruleTestsOf } from "../../generators/rule-tests/tested-model.ts";
import { emptyShelf } from "../../scripts/kept/shelf.ts";
import { tryMutants } from "../../scripts/mutate/try-mutants.ts";
import { verdictsOn, type Verdict } from "../../scripts/mutate/verdicts.ts";
import { findTool } from "../../scripts/tools/find-tool.ts";
import { definitionsWith } from "../checks/small-definitions.ts";
import { orderRate, sales } from "../checks/small-shop.ts";

const orders = sales.shop_orders_total;
const web = orders.where({ channel: "web" });
const phone = orders.where({ channel: "phone" });
const name = "instance:shop_phone:ratio_rate5m";

test("a label on what is recorded shows that it is joined as it is", async () => {
  const phones = recording(name, ratioOf(phone.rate("5m").sumBy("instance"), orderRate), {
    help: "The share of the orders that came by phone.",
    example: { given: [share(phone, web, percent(50))], expect: percent(50) },
  });
  const { model } = resolve(definitionsWith({ recordings: { orderRate, phones } }));
  const promtool = await findTool("promtool");
  const { results, faults, broken } = await tryMutants(
    ruleTestsOf(model).filter((one) => one.name === name),
    model,
    { promtool, verdicts: verdictsOn(emptyShelf<Verdict>(), promtool), isStopped: () => false },
  );
  expect({ faults, broken }).toEqual({ faults: [], broken: [] });
  const own = results.filter(({ mutant }) => mutant.operator === "addedLabels");
  expect(own.map(({ mutant, outcome }) => [mutant.id, outcome])).toEqual([
    ["aggregation to known labels dropped", "killed"],
  ]);
});

test("where nothing is joined with what is recorded there is nothing to drop", () => {
  const { model } = resolve(definitionsWith({}));
  const operators = model.recordings
    .flatMap((rule) => mutantsOf(rule, model))
    .map(({ operator }) => operator);
  expect(operators).toContain("window");
  expect(operators).not.toContain("addedLabels");
});
