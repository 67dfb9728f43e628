import { describe, expect, test } from "vitest";
import { entriesOf } from "../../generators/asked/index.ts";
import type { Entry, EntryKind, Fact } from "../../generators/asked/entry.ts";
import { exampleTestedModel } from "../example-model.ts";

const model = exampleTestedModel();
const kinds: readonly EntryKind[] = [
  "alerts",
  "metrics",
  "recordings",
  "jobs",
  "panels",
  "routes",
  "receivers",
];

const named = (kind: EntryKind, name: string): Entry => {
  const found = entriesOf[kind](model).filter((entry) => entry.name === name);
  expect(found).toHaveLength(1);
  return found[0] as Entry;
};
const all = (fact: Fact | undefined): readonly string[] => [fact ?? []].flat();

describe.each(kinds)("%s", (kind) => {
  const entries = entriesOf[kind](model);

  test("each is one of the project, with the same columns, and has something to say under every heading", () => {
    expect(entries.length).toBeGreaterThan(0);
    const columns = new Set(entries.map(({ row }) => Object.keys(row).join()));
    expect(columns.size).toBe(1);
    for (const { place, facts } of entries) {
      expect(place.file).toMatch(/^examples\/ticket-shop\/definitions\//);
      expect(Object.values(facts()).filter((fact) => fact.length === 0)).toEqual([]);
    }
  });
});

describe("what rests on something is told on both sides", () => {
  const alerts = entriesOf.alerts(model).map(({ name, facts }) => ({ name, facts: facts() }));
  const readers = (heading: string, key: string) =>
    alerts.filter(({ facts }) => all(facts[heading]).includes(key)).map(({ name }) => name);

  test("metrics and their alerts", () => {
    for (const { name, row, facts } of entriesOf.metrics(model)) {
      const key = row["job"] === "" ? name : `${name} of job ${row["job"]}`;
      expect([name, all(facts()["alerts"]).toSorted()]).toEqual([
        name,
        readers("rests on metrics", key).toSorted(),
      ]);
    }
  });

  test("recordings and their alerts", () => {
    for (const { name, facts } of entriesOf.recordings(model)) {
      expect([name, all(facts()["alerts"]).toSorted()]).toEqual([
        name,
        readers("rests on recordings", name).toSorted(),
      ]);
    }
  });

  test("receivers and the alerts that notify them", () => {
    for (const { name, facts } of entriesOf.receivers(model)) {
      const told = alerts.filter((alert) =>
        all(alert.facts["notifies"]).some((text) => text.replace(/^perhaps /, "").startsWith(`${name} `)),
      );
      const heard = all(facts()["alerts"]).map((alert) => alert.replace(/^perhaps /, ""));
      expect([name, heard.toSorted()]).toEqual([name, told.map((one) => one.name).toSorted()]);
    }
  });

  test("alerts that inhibit others", () => {
    const pairs = (heading: string, inTurn: (own: string, other: string) => string) =>
      alerts.flatMap(({ name, facts }) =>
        all(facts[heading]).map((text) => inTurn(name, text.replace(/ \(.*$/, ""))),
      );
    const inhibiting = pairs("inhibits", (own, other) => `${own} > ${other}`);
    expect(inhibiting.length).toBeGreaterThan(0);
    expect(inhibiting.toSorted()).toEqual(
      pairs("inhibited by", (own, other) => `${other} > ${own}`).toSorted(),
    );
  });
});

test("an alert: what it means, what it rests on, whom it reaches, and how it is proven", () => {
  const { service, row, facts } = named("alerts", "TicketShopSlow");
  expect({ service, row, facts: facts() }).toMatchInlineSnapshot(`
    {
      "facts": {
        "component": "requests",
        "expr": "instance:shop_request_duration_seconds:p95_5m > 0.5",
        "first actions": [
          "The panel Answer time by page says whether it is one page or all.",
          "One: its queries to the database. All: see Memory and Processors.",
        ],
        "for": "10m",
        "impact": "Buyers reload, and the shop has even more to do.",
        "notifies": [
          "alert-archive by webhook, 14m15s to 15m30s after the first bad sample",
          "team by Slack #alerts and e-mail to team@example.com, 14m15s to 15m30s after the first bad sample, only in business-hours",
        ],
        "panels": [
          "Ticket shop operations / Answer time now",
          "Ticket shop operations / Answer time by page",
          "SLOs of Ticket shop / Budget left",
          "SLOs of Ticket shop / Burn rate",
          "SLOs of Ticket shop / Bad share",
          "SLOs of Ticket shop / Budget left over time",
          "SLOs of Ticket shop / What it is measured on",
        ],
        "proven by": [
          "out/prometheus/tests/TicketShopSlow.test.yml",
          "silent when all is well",
          "silent at the limit",
          "fires, then resolves",
          "silent when none of its series exist",
          "silent when its counters reset",
          "silent without traffic",
          "says of each instance its own labels and value",
          "fires when it is ten times worse",
        ],
        "rests on metrics": [
          "shop_request_duration_seconds of job ticket-shop",
        ],
        "rests on recordings": [
          "instance:shop_request_duration_seconds:p95_5m",
        ],
        "severity": "medium: within 2 hours, in business hours",
        "summary": "{{ $labels.instance }} takes {{ $value | humanizeDuration }} to answer",
        "what it means": "The slowest requests of the last 5 minutes (95th percentile) took longer than 500ms.",
      },
      "row": {
        "for": "10m",
        "notifies": "alert-archive, team",
        "severity": "medium",
      },
      "service": "ticket-shop",
    }
  `);
});

test("a metric of a histogram", () => {
  expect(named("metrics", "shop_request_duration_seconds").facts()).toMatchInlineSnapshot(`
    {
      "alerts": [
        "TicketShopLatencyBurnsFast",
        "TicketShopBlindCritical",
        "TicketShopSlow",
        "TicketShopLatencyBurnsSlowly",
      ],
      "buckets up to": [
        "0.05",
        "0.1",
        "0.25",
        "0.5",
        "1",
        "2.5",
      ],
      "help": "How long requests took.",
      "job": "ticket-shop, scraped every 15s",
      "labels": [
        "job: ticket-shop",
        "instance: any value",
        "service: ticket-shop",
        "page: events, seats, checkout",
      ],
      "panels": [
        "Ticket shop operations / Answer time now",
        "Ticket shop operations / Answer time by page",
        "SLOs of Ticket shop / Budget left",
        "SLOs of Ticket shop / Burn rate",
        "SLOs of Ticket shop / Bad share",
        "SLOs of Ticket shop / Budget left over time",
        "SLOs of Ticket shop / What it is measured on",
      ],
      "recordings": [
        "instance:shop_request_duration_seconds:p95_5m",
        "job:ticket_shop_latency_total:rate1m",
        "job:ticket_shop_latency_bad:rate1m",
        "job:ticket_shop_latency_bad:ratio_5m",
        "job:ticket_shop_latency_bad:ratio_30m",
        "job:ticket_shop_latency_bad:ratio_1h",
        "job:ticket_shop_latency_bad:ratio_2h",
        "job:ticket_shop_latency_bad:ratio_6h",
        "job:ticket_shop_latency_bad:ratio_1d",
        "job:ticket_shop_latency_bad:ratio_3d",
        "job:ticket_shop_latency_bad:ratio_30d",
        "job:ticket_shop_latency_budget:left_30d",
      ],
      "runbooks": [
        "Orders fail while the shop is fast",
      ],
      "series names": [
        "shop_request_duration_seconds_bucket",
        "shop_request_duration_seconds_sum",
        "shop_request_duration_seconds_count",
      ],
      "type": "histogram",
      "unit": "seconds",
    }
  `);
});

test("routes are named by what they take, in the order in which they are tried", () => {
  const routes = entriesOf.routes(model);
  expect(routes.map(({ name, row }) => [name, row["receiver"]])).toMatchInlineSnapshot(`
    [
      [
        "root",
        "unrouted",
      ],
      [
        "service="ticket-shop"",
        "alert-archive",
      ],
      [
        "severity=~"critical|high", service="ticket-shop"",
        "shop-team",
      ],
      [
        "alertname="Watchdog"",
        "dead-mans-switch",
      ],
      [
        "severity=~"critical|high"",
        "on-call",
      ],
      [
        "severity="medium"",
        "team",
      ],
      [
        "severity=~"low|info"",
        "backlog",
      ],
    ]
  `);
});
