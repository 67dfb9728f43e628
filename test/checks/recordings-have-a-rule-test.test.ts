import { runs } from "signalbox";
import { recordingNamed as recording } from "../../generators/language/recording.ts";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { sales } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "recordings-have-a-rule-test";
const web = sales.shop_orders_total.where({ channel: "web" });
const phone = sales.shop_orders_total.where({ channel: "phone" });
const rate = web.rate("10m").sumBy("instance");
const problems = (webRate: object) => problemsOf(id, definitionsWith({ recordings: { webRate } }));

test("a recording without an example is reported at its line", () => {
  // unproven
  const webRate = recording("instance:shop_web:rate10m", rate, { help: "Orders per second." });
  expect(problems(webRate)).toEqual([
    `${at("unproven")}: recording "instance:shop_web:rate10m" has no example, so no test checks its value (${id})\n` +
      "  fix: add one: example: { given: [holds(series, …)], expect: … }",
  ]);
});

test("an example of a series that the expression does not read is reported at the line of what is given", () => {
  // other channel
  const strange = runs(phone, 2);
  const example = { given: [runs(web, 3), strange], expect: 3 } as const;
  const found = problems(recording("instance:shop_web:rate10m", rate, { example }));
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(
    `${at("other channel")}: recording "instance:shop_web:rate10m" is given shop_orders_total{`,
  );
});

test("an example of what it reads is fine", () => {
  const example = { given: [runs(web, 3)], expect: 3 } as const;
  expect(problems(recording("instance:shop_web:rate10m", rate, { example }))).toEqual([]);
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "it is tested elsewhere" };
  expect(problems(recording("instance:shop_web:rate10m", rate, { allow }))).toEqual([]);
});
