// Alerts whose pictures are hard to draw.
import {
  alert,
  counter,
  follows,
  gauge,
  grows,
  holds,
  metrics,
  promql,
  recording,
  runs,
  scrapeJob,
  service,
  type AlertDefinition,
} from "signalbox";
import { resolve } from "../../generators/model/resolve.ts";
import { testedModel } from "../../generators/rule-tests/tested-model.ts";
import { low, smallPlatform } from "../checks/small-platform.ts";

const api = scrapeJob("odd-api", {
  description: "A program with odd numbers.",
  targets: ["localhost:8080"],
  labels: { service: "odd" },
  unguarded: "the odd alerts are drawn, and no others",
});

const odd = metrics(api, {
  odd_level: gauge({ help: "Anything.", labels: { part: ["<a>", "b&c", 'd"e', "f", "g", "h"] } }),
  odd_other: gauge({ help: "Anything else." }),
  odd_widgets: gauge({ help: "Many.", unit: "quantumchromodynamicalwidgets" }),
  odd_events_total: counter({ help: "What happened.", unit: "events" }),
});

const level = odd.odd_level.where({ part: "<a>" });
const mean = recording("instance:odd_other:avg1h", odd.odd_other.avgOverTime("1h").avgBy("instance"), {
  example: { given: [holds(odd.odd_other, 3)], expect: 3 },
});

const words = {
  severity: low,
  component: "odd",
  summary: "It is so",
  description: "Something is not as it should be.",
  impact: "None.",
  actions: ["Look at it."],
} as const;

/** Three things at once, of which each has another threshold. */
const three = level
  .lt(-3)
  .and(odd.odd_other.gt(7), { on: ["instance"] })
  .and(odd.odd_widgets.gt(1e9), { on: ["instance"] });
const otherwise = [holds(odd.odd_other, 8), holds(odd.odd_widgets, 2e9)] as const;

/** More than a picture has room for. */
const parts = ["<a>", "b&c", 'd"e', "f", "g", "h"] as const;
const levelOf = (part: (typeof parts)[number]) => odd.odd_level.where({ part });
const six = parts
  .slice(1)
  .reduce((all, part) => all.and(levelOf(part).lt(-3), { on: ["instance"] }), levelOf("<a>").lt(-3));

export const oddAlerts: Readonly<Record<string, AlertDefinition>> = {
  Negative: alert({
    ...words,
    expr: level.lt(-3),
    for: "5m",
    scenario: holds(level, { ok: -1, limit: -3, firing: -3.001 }),
  }),
  Huge: alert({
    ...words,
    expr: odd.odd_widgets.gt(1e21),
    for: "1d",
    scenario: holds(odd.odd_widgets, { ok: 0, limit: 1e21, firing: 1.000001e21 }),
  }),
  Tiny: alert({
    ...words,
    expr: level.gt(1e-9),
    for: "0m",
    scenario: holds(level, { ok: 0, limit: 1e-9, firing: 1.1e-9 }),
  }),
  ManyDigits: alert({
    ...words,
    expr: odd.odd_widgets.gt(123456789.123),
    for: "7m",
    scenario: holds(odd.odd_widgets, { ok: 1, limit: 123456789.123, firing: 123456789.124 }),
  }),
  VeryLong: alert({
    ...words,
    expr: level.gt(5),
    for: "4w",
    scenario: holds(level, { ok: 1, limit: 5, firing: 6 }),
  }),
  ShortAfterLongWindow: alert({
    ...words,
    expr: odd.odd_events_total.increase("1d").gt(5),
    for: "1s",
    keepFiringFor: "5s",
    scenario: grows(odd.odd_events_total, "1d", { ok: 0, limit: 5, firing: 6 }),
  }),
  AllAtOnce: alert({
    ...words,
    expr: three,
    for: "5m",
    scenario: [
      { given: [holds(level, { ok: -1, limit: -3, firing: -4 }), ...otherwise] },
      {
        given: [
          holds(level, -4),
          holds(odd.odd_other, { ok: 1, limit: 7, firing: 8 }),
          holds(odd.odd_widgets, 2e9),
        ],
      },
      {
        given: [
          holds(level, -4),
          holds(odd.odd_other, 8),
          holds(odd.odd_widgets, { ok: 1, limit: 1e9, firing: 2e9 }),
        ],
      },
    ],
  }),
  Unless: alert({
    ...words,
    expr: level.gt(5).unless(odd.odd_other.gt(1), { on: ["instance"] }),
    for: "5m",
    scenario: { given: [holds(level, { ok: 1, limit: 5, firing: 6 }), holds(odd.odd_other, 1)] },
  }),
  AsText: alert({
    ...words,
    expr: promql`${level} > 5`,
    for: "5m",
    scenario: holds(level, { ok: 1, limit: 5, firing: 6 }),
  }),
  ComesAndGoes: alert({
    ...words,
    expr: odd.odd_other.maxOverTime("10m").gt(5),
    for: "5m",
    scenario: {
      given: [follows(odd.odd_other, "2m", { ok: [1], limit: [5, "missing"], firing: ["missing", 5.2] })],
      after: "2m",
    },
  }),
  OfMean: alert({
    ...words,
    expr: mean.gt(5),
    for: "0m",
    scenario: holds(odd.odd_other, { ok: 1, limit: 5, firing: 5.000001 }),
  }),
  MixedWindows: alert({
    ...words,
    expr: odd.odd_events_total.rate("5m").gt(2).and(odd.odd_events_total.rate("1h").gt(2)),
    for: "2m",
    scenario: {
      given: [runs(odd.odd_events_total, { ok: 1, limit: 2, firing: 3 })],
      value: 3,
      after: "31m",
    },
  }),
  SixAtOnce: alert({
    ...words,
    expr: six,
    for: "5m",
    scenario: [
      { given: parts.map((part) => holds(levelOf(part), { ok: -1, limit: -1, firing: -4 })) },
      {
        given: parts.map((part) =>
          part === "b&c" ? holds(levelOf(part), { ok: -1, limit: -3, firing: -4 }) : holds(levelOf(part), -4),
        ),
      },
    ],
  }),
  NeverThere: alert({
    ...words,
    expr: odd.odd_other.absent(),
    for: "24h",
    scenario: { given: [holds(odd.odd_other, { ok: 1, firing: "missing" })], whenMissing: "firing" },
  }),
};

/** The model of a service that has all of these. */
export const oddModel = testedModel(
  resolve({
    platform: smallPlatform,
    services: [
      service("odd", {
        title: "Odd",
        description: "Where nothing is usual.",
        owner: "Nobody",
        jobs: { api },
        metrics: { odd },
        recordings: { mean },
        alerts: oddAlerts,
      }),
    ],
  }).model,
);
