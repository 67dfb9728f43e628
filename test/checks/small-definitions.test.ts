import { alert, runs } from "signalbox";
import { expect, test } from "vitest";
import { compile } from "../../generators/compile.ts";
import { formatProblem } from "../../generators/problem.ts";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { low } from "./small-platform.ts";
import { orderRate, sales } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);

test("nothing is wrong with the small definitions", () => {
  const { problems, files } = compile(definitionsWith());
  expect(problems.map(formatProblem)).toEqual([]);
  expect(Object.keys(files)).toContain("prometheus/alerts.yml");
});

test("a part is added by its name, and what is wrong with it is reported at its line", () => {
  // too many
  const ManyOrders = alert({
    severity: low,
    component: "sales",
    expr: orderRate.gt(100),
    for: "5m",
    scenario: runs(sales.shop_orders_total.where({ channel: "web" }), { ok: 3, limit: 100, firing: 101 }),
    summary: " ",
    description: "There were more than 100 for 5 minutes.",
    impact: "Boxes run out.",
    actions: ["Order boxes."],
  });
  const definitions = definitionsWith({ alerts: { ManyOrders, FewOrders: undefined } });
  expect(Object.keys(definitions.services[0]?.alerts ?? {})).toEqual(["ManyOrders"]);
  expect(problemsOf("texts-are-written", definitions).map((text) => text.split(" ")[0])).toEqual([
    `${at("too many")}:`,
  ]);
});

test("malformed definitions fail a test instead of passing it", () => {
  const malformed = definitionsWith({
    platform: {
      prometheus: {
        scrapeInterval: "0s",
        scrapeTimeout: "10s",
        evaluationInterval: "30s",
        externalLabels: {},
        retention: "15d",
        retentionSizeGiB: 10,
      },
    },
  });
  expect(() => problemsOf("texts-are-written", malformed)).toThrow("but must be longer than 0");
});
