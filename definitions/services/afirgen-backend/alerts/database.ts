import { alert, holds, ms, percent, quantile } from "signalbox";
import { critical, medium } from "../../../platform/severities.ts";
import { database } from "../metrics/database.ts";
import { poolUtilisation, tableP95 } from "../recordings/database.ts";
import { group } from "./group.ts";

const { db_connection_pool_size: size, db_connection_pool_available: available } = database;

export const AfirgenDbPoolExhausted = alert({
  severity: critical,
  component: "database-pool",
  // Pools have 5 to 20 connections: above 95 % none of them is left, and every further request waits.
  expr: poolUtilisation.gt(percent(95)),
  // Eight scrapes in a row: a burst takes all of them for a moment, and gives them back.
  for: "2m",
  scenario: {
    given: [holds(size, 20), holds(available, { ok: 15, limit: 1, firing: 0 })],
    value: percent(100),
  },
  group,
  summary: ({ labels, value }) => `${labels.instance} uses ${value} of its database connections`,
  description: ({ threshold }) =>
    `More than ${threshold} of the pool's connections have been in use for 2 minutes: in practice all of them.`,
  impact:
    "Every request that needs the database waits for a connection, and fails when it has waited too long.",
  actions: [
    "Are requests as many as ever? Then read the runbook Pool exhausted at normal load, and compare Requests by endpoint.",
    "The database's list of running queries: long ones hold a connection; end the one that all others wait for.",
    "Nothing runs there and the pool stays empty: connections leak; restart the backend, and look at the last deployment.",
    "More pool only after that: the database must be able to serve it.",
  ],
});

export const AfirgenDbPoolNearlyExhausted = alert({
  severity: medium,
  component: "database-pool",
  // Waiting times rise steeply from about 80 % use on, as of any queue; a pool of 5 has a single connection left there.
  expr: poolUtilisation.gt(percent(80)),
  for: "10m",
  scenario: {
    given: [holds(size, 20), holds(available, { ok: 15, limit: 4, firing: 3 })],
    value: percent(85),
  },
  group,
  summary: ({ labels, value }) => `${labels.instance} uses ${value} of its database connections`,
  description: ({ threshold }) =>
    `More than ${threshold} of the pool's connections have been in use for 10 minutes.`,
  impact: "Requests begin to wait for a connection at busy moments.",
  actions: [
    "Compare Connection pool in use with Requests by endpoint: does the use rise with the traffic?",
    "It does: raise the pool, if the database has room for it.",
    "It does not: see Slowest tables; a query that takes twice as long needs twice the connections.",
  ],
});

export const AfirgenDbQueriesSlow = alert({
  severity: medium,
  component: "database-queries",
  // Half of the highest bucket bound, 1 s, and a bound itself: exact. A request makes several queries, and has 2.5 s.
  expr: tableP95.gt(ms(500)),
  for: "10m",
  scenario: quantile(database.db_query_duration_seconds, 0.95, {
    ok: ms(20),
    limit: ms(500),
    firing: ms(520),
  }),
  group,
  summary: ({ labels, value }) => `1 query in 20 to ${labels.table} takes longer than ${value}`,
  description: ({ threshold }) =>
    `The 95th percentile of the queries to this table has been above ${threshold} for 10 minutes.`,
  impact: "Requests that use this table are slow, and hold their connections for longer.",
  actions: [
    "The panel Query time: reads or writes? Writes wait for locks, reads lack an index.",
    "One table: ask the database for the plan of its most frequent query (EXPLAIN).",
    "All tables on Slowest tables: the database's own machine is busy, or its disk is.",
  ],
});
