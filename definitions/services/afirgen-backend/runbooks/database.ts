import { question, runbook } from "signalbox";
import * as alerts from "../alerts/index.ts";
import { api } from "../metrics/api.ts";
import { database } from "../metrics/database.ts";
import { tableP95 } from "../recordings/database.ts";
import { requestRate } from "../recordings/requests.ts";

const { db_connection_pool_size: size, db_connection_pool_available: available } = database;

export const PoolExhaustedAtNormalLoad = runbook({
  title: "Pool exhausted at normal load",
  pattern:
    "Connection pool in use is near 100 %, and Requests by endpoint is as on any other day. Each connection is held for longer than it used to be, or is not given back at all. A larger pool would hide it for an hour.",
  questions: [
    question(requestRate.div(requestRate.offset("1d")), {
      asks: "Is the load normal?",
      means:
        "Near 1: as at this hour of yesterday, so this pattern. 2 and more: the pool is too small for what is asked; that is load, and raising the pool is an answer if the database has room.",
    }),
    question(tableP95, {
      asks: "Do queries take longer?",
      means:
        "One table far above the others: a slow query or a lock there holds the connections. All as fast as ever: the connections are not busy, they are lost; look at the next question.",
    }),
    question(
      database.db_queries_total.rate("5m").sumBy("instance").div(size.sub(available).sumBy("instance")),
      {
        asks: "How much work does a connection in use do?",
        means:
          "It fell to a fraction of what it was: connections are held and not used. Down to 0: all of them wait. As ever: they are busy, and there are too few of them.",
      },
    ),
    question(available, {
      asks: "Did the number that is free fall in steps?",
      means:
        "One fewer every few minutes, and never one more: a leak, each time the same code path forgets one. All at once: a lock.",
    }),
    question(api.api_requests_in_progress.sumBy("instance", "endpoint").topk(5), {
      asks: "Who holds them?",
      means:
        "The endpoint with the most requests in progress is the one that waits, and most likely the one that holds.",
    }),
  ],
  causes: [
    "A transaction that stays open while something slow is done in it, such as a call to a model server.",
    "A code path, often that of an error, which does not give its connection back.",
    "A lock: a migration or a report that somebody runs by hand beside the service.",
    "A query that lost its index or its plan, and takes a hundred times as long.",
  ],
  actions: [
    "Look at the database's list of running queries, the oldest first. Idle in a transaction is held and not used.",
    "A lock: end the transaction that all others wait for, and find out whose it was.",
    "A leak: restart the backend, which gives all of them back; it comes again at the same pace until it is fixed.",
    "A slow query: see its plan (EXPLAIN), and fix it there.",
    "Raise the pool only for load, and never above what the database may have for all of its clients together.",
  ],
  alerts: [alerts.AfirgenDbPoolExhausted, alerts.AfirgenDbPoolNearlyExhausted],
});
