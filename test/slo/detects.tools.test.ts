// One SLO from its raw counters to its page, with the numbers of the SRE workbook: 99.9 % over 30 days.
import { expect, test } from "vitest";
import { neededRecordings } from "../../generators/rule-tests/reads.ts";
import { ruleSlice } from "../../generators/rule-tests/rule-test.ts";
import { failuresOf, type Reading } from "./promtool.ts";
import { model } from "./small-slos.ts";
import { trafficOf, type Span } from "./traffic.ts";

const page = "WebOrdersBurnsFast30d";
const alert = model.alerts.find(({ name }) => name === page);
if (!alert) throw new Error("the SLO has no page");
// Nothing is played but counters: all recordings below the alert are computed.
const rules = ruleSlice([...neededRecordings(alert, model, new Set()), alert], model);

/** Whether the page is in a state at a moment. */
function readings(state: "pending" | "firing", eval_time: string, isThere: boolean): Reading {
  const expr = `count(ALERTS{alertname="${page}",alertstate="${state}"})`;
  return { expr, eval_time, exp_samples: isThere ? [{ labels: "{}", value: 1 }] : [] };
}

/** It was never so much as pending until then. */
function never(eval_time: string, window: string): Reading {
  return { expr: `count_over_time(ALERTS{alertname="${page}"}[${window}])`, eval_time, exp_samples: [] };
}

const well: Span = { minutes: 360, perSecond: 10, failing: 0 };

async function held(name: string, spans: readonly Span[], ...promql_expr_test: Reading[]): Promise<void> {
  expect(await failuresOf(rules, [{ name, ...trafficOf(...spans), promql_expr_test }])).toBe("");
}

test("when a tenth fails it pages after 9 minutes, which is 14.4 times 0.1 % of an hour, and ends 5 minutes after the fault", async () => {
  await held(
    "a fault",
    [well, { minutes: 15, perSecond: 10, failing: 1 }, { minutes: 60, perSecond: 10, failing: 0 }],
    never("6h8m", "6h8m"),
    readings("pending", "6h9m", true),
    readings("firing", "6h9m", false),
    readings("firing", "6h10m", true),
    readings("firing", "6h19m", true),
    readings("firing", "6h20m", false),
    readings("pending", "7h15m", false),
  );
});

test("when everything fails it pages after 2 minutes: one for the share, one for certainty", async () => {
  await held(
    "an outage",
    [well, { minutes: 10, perSecond: 10, failing: 10 }],
    never("6h", "6h"),
    readings("pending", "6h1m", true),
    readings("firing", "6h2m", true),
  );
});

test("when 0.7 % fail it pages after 5 hours and 9 minutes: 6 times 0.1 % of 6 hours", async () => {
  await held(
    "a leak",
    [
      { ...well, perSecond: 1000 },
      { minutes: 320, perSecond: 1000, failing: 7 },
    ],
    never("11h8m", "11h8m"),
    readings("pending", "11h9m", true),
    readings("firing", "11h10m", true),
  );
});

test("just below the pace it is silent, however long an hour and a half is", async () => {
  await held(
    "the edge",
    [
      { ...well, perSecond: 1000 },
      { minutes: 90, perSecond: 1000, failing: 14 },
    ],
    never("7h30m", "7h30m"),
  );
});

test("at night one order that fails pages nobody: of 12 in an hour, and of none", async () => {
  const night: Span = { minutes: 360, perSecond: 0, failing: 0 };
  const failure: Span = { minutes: 0.25, perSecond: 1 / 15, failing: 1 / 15 };
  await held("nobody else", [night, failure, { ...night, minutes: 60 }], never("7h", "7h"));
  const few: Span = { minutes: 360, perSecond: 1 / 300, failing: 0 };
  await held("hardly anybody else", [few, failure, { ...few, minutes: 60 }], never("7h", "7h"));
});

test("by day one order that fails is not enough either", async () => {
  const day: Span = { minutes: 360, perSecond: 0.2, failing: 0 };
  const failure: Span = { minutes: 0.25, perSecond: 0.2, failing: 1 / 15 };
  await held("a quiet day", [day, failure, { ...day, minutes: 60 }], never("7h", "7h"));
});
