import { describe, expect, test } from "vitest";
import { type Quantity, percent } from "../../generators/language/quantity.ts";
import { budgetLasts } from "../../generators/language/slo/budget-lasts.ts";
import { type SloOptions, resolveSlo } from "../../generators/language/slo/resolved-slo.ts";
import { callerPlace } from "../../generators/language/place.ts";
import { plainSlo, queueIsLong } from "./example-slo.ts";

/** The sentences of the page and of the ticket. */
function sentences(parts: Partial<SloOptions>): string[] {
  const resolved = resolveSlo("orders", { ...plainSlo, ...parts }, callerPlace());
  return resolved.burns.map((burn) => budgetLasts(resolved, burn));
}

const paces = (budget: Quantity<"ratio">, long: "1h" | "1d") => {
  const branches = [{ budget, long, short: "5m" }] as const;
  return { ...plainSlo.alerting, page: { ...plainSlo.alerting.page, branches } };
};

describe("says when the budget is gone at the latest, and how soon it can be", () => {
  test.each<[string, Partial<SloOptions>, string]>([
    ["99.5%", { objective: percent(99.5) }, "within 5 days, and in 3.6 hours if all of the orders fail."],
    [
      "99.999%",
      { objective: percent(99.999) },
      "within 5 days, and in 25 seconds if all of the orders fail.",
    ],
    ["95%", { objective: percent(95) }, "within 5 days, and in 36 hours if all of the orders fail."],
    [
      "words that do not follow 'all'",
      { indicator: { ...plainSlo.indicator, words: "lost orders" } },
      "if everything is bad.",
    ],
    [
      "time",
      { objective: percent(95), window: "28d", indicator: queueIsLong },
      "At this pace a full budget of 28 days is gone within 5 days, and in 33 hours if all of the time the queue is too long.",
    ],
  ])("%s", (_, parts, words) => {
    expect(sentences(parts)[0]).toContain(words);
  });

  test("a pace of one's own", () => {
    expect(sentences({ alerting: paces(percent(25), "1d") })[0]).toBe(
      "At this pace a full budget of 30 days is gone within 4 days, and in 43 minutes if all of the orders fail.",
    );
  });

  test("nothing is sooner than a pace that needs more than everything", () => {
    // 360 times 1%.
    expect(sentences({ objective: percent(99), alerting: paces(percent(50), "1h") })[0]).toBe(
      "At this pace a full budget of 30 days is gone within 2 hours.",
    );
  });

  test("a pace that would last longer than the window leaves some of it", () => {
    expect(sentences({ window: "28d" })[1]).toBe(
      "At this pace a full budget of 28 days loses at least 93%; it is gone in 40 minutes if all of the orders fail.",
    );
  });
});
