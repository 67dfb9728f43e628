import { promql, runs } from "signalbox";
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

test("an example that is left open is reported with what is to be found", () => {
  const example = { open: "which traffic shows it?" };
  // left open
  const webRate = recording("instance:shop_web:rate10m", rate, { example });
  expect(problems(webRate)).toEqual([
    `${at("left open")}: recording "instance:shop_web:rate10m" leaves its example open: which traffic shows it? (${id})\n` +
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

test("a value that the expression does not give is reported with the one that is right", () => {
  const example = { given: [runs(web, 3)], expect: 0.3 } as const;
  // another value
  const webRate = recording("instance:shop_web:rate10m", rate, { example });
  expect(problems(webRate)).toEqual([
    `${at("another value")}: recording "instance:shop_web:rate10m" expects 0.3 in its example, but gives 3 (${id})\n` +
      "  fix: correct the expression or what is given; if that is its value, write expect: 3",
  ]);
});

test("a label that the expression does not make so is reported with the one that is right", () => {
  const named = promql`label_join(${rate}, "place", "-", "instance")`;
  const example = { given: [runs(web, 3)], expect: 3, labels: { place: "bad" } } as const;
  // another label
  const webRate = recording("instance:shop_web:rate10m", named, { example });
  expect(problems(webRate)).toEqual([
    `${at("another label")}: recording "instance:shop_web:rate10m" has the label place "bad" in its example, but its expression gives "bad:9100" (${id})\n` +
      '  fix: write labels: { place: "bad:9100" }, or leave it out',
  ]);
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "it is tested elsewhere" };
  expect(problems(recording("instance:shop_web:rate10m", rate, { allow }))).toEqual([]);
});
