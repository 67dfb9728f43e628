import { type Check, type Finding, suppressing } from "../../check.ts";
import { formatDuration } from "../../language/duration.ts";
import type { Model } from "../../model/model.ts";
import type { AlertModel } from "../../model/rule-model.ts";
import { printPromql } from "../../promql/print.ts";
import { gapsAreBridged as id } from "../../promql/robust/robust.ts";

/** The condition of an alert outlasts one failed scrape: else `for` begins anew each time. */
export const gapsAreBridged: Check = {
  id,
  why: "A program in trouble is one whose scrapes time out. After a failed scrape its series are gone until the next one, and an alert with `for` begins to wait anew: with a failed scrape every few minutes it never fires, where the rule is not deployed so that a last value stands for the next one.",
  source: "https://prometheus.io/docs/prometheus/latest/querying/basics/#staleness",
  wrong: `
export const free = metrics(api, { shop_free_seats: gauge({ help: "Free seats.", unit: "seats" }) });
export const NoSeats = alert({
  ...rest,
  for: "5m",
  expr: promql\`count_over_time((\${free.shop_free_seats} < 5)[5m:30s]) >= 10\`,
  scenario: {
    given: [holds(free.shop_free_seats, { ok: 9, limit: 5, firing: 4 })],
    after: "4m30s",
    value: 10,
  },
});
export const seatPanel = timeSeries({
  title: "Seats",
  description: "What is free.",
  queries: [free.shop_free_seats],
});
`,
  right: `
export const free = metrics(api, { shop_free_seats: gauge({ help: "Free seats.", unit: "seats" }) });
export const NoSeats = alert({
  ...rest,
  for: "5m",
  expr: promql\`count_over_time((\${free.shop_free_seats.lastOverTime("45s")} < 5)[5m:30s]) >= 10\`,
  scenario: {
    given: [holds(free.shop_free_seats, { ok: 9, limit: 5, firing: 4 })],
    after: "4m30s",
    value: 10,
  },
});
export const seatPanel = timeSeries({
  title: "Seats",
  description: "What is free.",
  queries: [free.shop_free_seats],
});
`,
  *find({ alerts }: Model): Iterable<Finding> {
    for (const alert of alerts) {
      for (const { selector, toleranceMs } of alert.deployed.unbridged) {
        const last = formatDuration(toleranceMs);
        yield {
          definition: alert,
          place: alert.exprPlace,
          message: `alert "${alert.name}" ${suffers(alert)}: ${printPromql(selector)} does not outlast one`,
          fix: `read its last value, .lastOverTime("${last}"), or ${suppressing(id)}`,
        };
      }
    }
  },
};

/** What a failed scrape does to an alert: one that does not wait still counts a moment less. */
function suffers({ forMs, for: waits }: AlertModel): string {
  return forMs > 0
    ? `waits ${waits}, and begins anew after each failed scrape`
    : "counts a moment less with each failed scrape";
}
