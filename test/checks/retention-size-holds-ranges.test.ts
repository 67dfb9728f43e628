import { alert, gauge, grows, metrics, promql, scrapeJob, slo } from "signalbox";
import { expect, test } from "vitest";
import { definitionsWith, problemsOf, type Parts } from "./small-definitions.ts";
import { smallPlatform } from "./small-platform.ts";
import { plainWords, sales } from "./small-shop.ts";
import { phoneOrders, plainSlo } from "./small-slo.ts";

const id = "retention-size-holds-ranges";
const { shop_orders_total: orders } = sales;
const { file, line } = smallPlatform.place;

/** A hundred programs with a thousand series each, seen every 15 seconds. */
const tills = scrapeJob("tills", {
  description: "All tills.",
  targets: Array.from({ length: 100 }, (_, index) => `till-${index}.internal:80` as const),
});
const numbers = Array.from({ length: 995 }, (_, index) => String(index));
const sold = metrics(tills, {
  till_items: gauge({ help: "Sold.", unused: "a test", labels: { item: numbers } }),
});
const large = { jobs: { tills }, metrics: { sold } };

function problems(
  retentionSizeGiB: number,
  parts: Parts = large,
  retention: "15d" | "31d" = "15d",
): string[] {
  const prometheus = { ...smallPlatform.prometheus, retention, retentionSizeGiB };
  return problemsOf(id, definitionsWith({ ...parts, platform: { prometheus } }));
}
const reading = (window: "1h" | "14d"): Parts => ({
  ...large,
  alerts: {
    Firing: alert({
      ...plainWords,
      expr: promql`increase(${orders}[${window}]) > 5`,
      scenario: grows(orders.where({ channel: "web" }), "14d", { ok: 0, limit: 5, firing: 6 }),
    }),
  },
});

test("space that is full before a rule has looked back is reported with the numbers and what is enough", () => {
  // 100,000 series every 15 s and those of the shop: 6,667 samples a second, 8.06e9 in 14 days, of 1.3 bytes 9.8 GiB.
  expect(problems(5, reading("14d"))).toEqual([
    `${file}:${line}: alert "Firing" looks back 2w, but 5 GiB hold at most 7d4h: at least 100008 series give 6667.2 samples a second, of 1.3 bytes or more (${id})\n` +
      `  fix: set retentionSizeGiB to 20 or more, at ${file}:${line}, or shorten the range`,
  ]);
});

test("what is said to be enough is", () => {
  expect(problems(20, reading("14d"))).toEqual([]);
});

test("whatever fits nobody misses", () => {
  expect(problems(10, reading("14d"))).toEqual([]);
  expect(problems(0.1, reading("1h"))).toEqual([]);
});

test("an SLO reads its whole window", () => {
  const s = slo("s", { ...plainSlo, indicator: phoneOrders });
  expect(problems(5, { ...large, slos: { s } }, "31d")).toEqual([expect.stringContaining("looks back 30d")]);
  expect(problems(40, { ...large, slos: { s } }, "31d")).toEqual([]);
});

test("of labels with any value nobody knows how many there are, so none is too many", () => {
  const any = metrics(tills, {
    till_items: gauge({ help: "Sold.", unused: "a test", labels: { item: "*" } }),
  });
  expect(problems(0.05, { ...reading("14d"), metrics: { any } })).toEqual([
    expect.stringContaining("at least 608 series"),
  ]);
  expect(problems(0.2, { ...reading("14d"), metrics: { any } })).toEqual([]);
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "the tills are asked in turns" };
  const prometheus = { ...smallPlatform.prometheus, retentionSizeGiB: 5 };
  expect(problemsOf(id, definitionsWith({ ...reading("14d"), platform: { prometheus, allow } }))).toEqual([]);
});
