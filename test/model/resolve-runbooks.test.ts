import { alert, promql, question, runbook } from "signalbox";
import { describe, expect, test } from "vitest";
import { resolve } from "../../generators/model/resolve.ts";
import { runbooksOfAlert } from "../../generators/model/alert-relations.ts";
import { markedPlaces } from "../checks/marked-places.ts";
import { definitionsWith, type Parts } from "../checks/small-definitions.ts";
import { runbookWords } from "../checks/small-runbook.ts";
import { FewOrders, orderRate, plainWords, sales } from "../checks/small-shop.ts";

const at = markedPlaces(import.meta.url);
const resolved = (runbooks: NonNullable<Parts["runbooks"]>, parts: Parts = {}) =>
  resolve(definitionsWith({ ...parts, runbooks })).model;

test("a runbook is resolved to plain data, its queries pinned to their job", () => {
  const perChannel = question(sales.shop_orders_total.rate("5m").sumBy("channel"), {
    asks: "Which way?",
    means: "Phone: the web page.",
  });
  const [model] = resolved({ One: runbook({ ...runbookWords, questions: [perChannel] }) }).runbooks;
  expect(model).toMatchObject({
    service: "shop",
    title: "Few orders, all by phone",
    slug: "few-orders-all-by-phone",
    pattern: runbookWords.pattern,
    causes: ["The web page is down."],
    actions: ["Open the web page."],
    alerts: ["FewOrders"],
    unexported: [],
    allow: {},
    questions: [
      {
        asks: "Which way?",
        means: "Phone: the web page.",
        expr: 'sum by (channel) (rate(shop_orders_total{job="shop-api"}[5m]))',
        place: perChannel.place,
      },
    ],
  });
  expect(model?.questions[0]?.analysis.diagnostics).toEqual([]);
});

test("runbooks stand in the order of their lines, and alerts in their author's", () => {
  const Second = alert({ ...plainWords, expr: orderRate.gt(5) });
  const b = runbook({ ...runbookWords, title: "B" });
  const a = runbook({ ...runbookWords, title: "A", alerts: [Second, FewOrders] });
  const { runbooks } = resolved({ a, b }, { alerts: { Second } });
  expect(runbooks.map(({ title, alerts }) => [title, ...alerts])).toEqual([
    ["B", "FewOrders"],
    ["A", "Second", "FewOrders"],
  ]);
});

test("an alert that no service exports is none of its alerts", () => {
  // hidden
  const Hidden = alert({ ...plainWords, expr: orderRate.gt(5) });
  const [model] = resolved({ One: runbook({ ...runbookWords, alerts: [Hidden] }) }).runbooks;
  expect(model?.alerts).toEqual([]);
  expect(model?.unexported.map(({ file, line }) => `${file}:${line}`)).toEqual([at("hidden")]);
});

test("text of its own is the place of a query", () => {
  // the text
  const text = promql`${orderRate} / 2`;
  const asked = question(text, { asks: "Half?", means: "Half." });
  const [model] = resolved({ One: runbook({ ...runbookWords, questions: [asked] }) }).runbooks;
  const place = model?.questions[0]?.place;
  expect(`${place?.file}:${place?.line}`).toBe(at("the text"));
});

test.each([
  ["Hit rate falls after a deploy", "hit-rate-falls-after-a-deploy"],
  ["Down, or only blind?", "down-or-only-blind"],
  ["  99 % in use  ", "99-in-use"],
])("the page of %j is %s", (title, slug) => {
  const [model] = resolved({ One: runbook({ ...runbookWords, title }) }).runbooks;
  expect(model?.slug).toBe(slug);
});

describe("the runbooks of an alert", () => {
  const Second = alert({ ...plainWords, expr: orderRate.gt(5) });
  const model = resolved(
    {
      one: runbook({ ...runbookWords, title: "One" }),
      both: runbook({ ...runbookWords, title: "Both", alerts: [Second, FewOrders] }),
    },
    { alerts: { Second } },
  );
  test.each([
    ["FewOrders", ["One", "Both"]],
    ["Second", ["Both"]],
    ["Third", []],
  ])("%s", (name, titles) => {
    expect(runbooksOfAlert({ name }, model).map(({ title }) => title)).toEqual(titles);
  });
});
