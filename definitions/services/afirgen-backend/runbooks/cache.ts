import { question, runbook } from "signalbox";
import * as alerts from "../alerts/index.ts";
import { api } from "../metrics/api.ts";
import { cache } from "../metrics/cache.ts";
import { database } from "../metrics/database.ts";
import { cacheErrorRatio, cacheEvictionRatio, cacheHitRatio } from "../recordings/cache.ts";
import { poolUtilisation } from "../recordings/database.ts";

const { api_requests_total: requests } = api;

export const HitRateFallsAfterADeploy = runbook({
  title: "Hit rate falls after a deploy",
  pattern:
    "On Cache look-ups the line of 5 minutes drops at a blue line. A cache that is merely cold climbs back within half an hour. One that stays low is not cold: what the new version asks for is not what it stores. The line since the start begins anew at a restart, so only the line of 5 minutes can be compared with before.",
  questions: [
    question(requests.resets("30m").sumBy("instance"), {
      asks: "Was there a restart?",
      means:
        "Above 0: this pattern. 0: people ask for other things, or the cache is full; compare Cache evictions of operations.",
    }),
    question(cacheHitRatio, {
      asks: "Does it climb?",
      means:
        "By some percent in 10 minutes: it is cold and fills; wait half an hour. Flat: it does not fill.",
    }),
    question(cache.cache_memory_usage_bytes.deriv("10m"), {
      asks: "Does the cache fill?",
      means:
        "Above 0: values are stored, but under keys that nobody asks for again. Near 0 and a small cache: nothing is stored. Near 0 and a large one: it is full of entries of the old version, which must leave first.",
    }),
    question(cacheEvictionRatio, {
      asks: "Are entries thrown out?",
      means:
        "More than before the deployment: the new version stores more or larger values, and they push each other out.",
    }),
    question(database.db_queries_total.rate("5m").sumBy("instance", "table").topk(5), {
      asks: "What is asked of the database instead?",
      means: "The table that rose most belongs to what is no longer cached.",
    }),
  ],
  causes: [
    "The cache is in the process or was emptied: it is cold, and nothing is wrong.",
    "The names of the keys changed, for example by a version number in them: the old entries are of no use, and take room.",
    "A key has something in it that differs each time, such as a moment or the order of parameters.",
    "The time that entries live was shortened, or the values can no longer be read back and count as misses.",
  ],
  actions: [
    "Less than 30 minutes since the restart, and it climbs: wait, and watch Connection pool in use meanwhile.",
    "It does not climb and the database suffers: take the deployment back.",
    "It does not climb and nobody suffers: compare the keys of both versions, on the code of the table that rose most.",
    "Keys were renamed on purpose: remove the old entries, so that the new ones have room.",
  ],
  alerts: [alerts.AfirgenCacheHitRateLow, alerts.AfirgenCacheEvictionsHigh],
});

export const CacheFailsAndTheDatabasePays = runbook({
  title: "Cache fails and the database pays",
  pattern:
    "Cache errors rises, Queries by type rises at the same minute, and Connection pool in use follows. Nothing fails yet: the backend takes a failed look-up for a miss. What fires next is the pool, and by then the cache is easily overlooked.",
  questions: [
    question(cacheErrorRatio, {
      asks: "Do operations on the cache fail?",
      means:
        "Some percent: connections to it break, or it is too busy. Near 100 %: it is gone. 0: the hit rate alone fell, which is Hit rate falls after a deploy.",
    }),
    question(
      cache.cache_operations_total.where({ result: "error" }).rate("5m").sumBy("instance", "operation"),
      {
        asks: "Which operations?",
        means:
          "All: the way to it. Those that write: it is full and may not throw anything out, or is open for reading only.",
      },
    ),
    question(cache.cache_operation_duration_seconds.quantile(0.95, "5m", "instance", "operation"), {
      asks: "Are those that succeed slow?",
      means:
        "Near 0.1 s, the last bound: time limits make the errors; it swaps, or the network loses packets. Quick: it refuses.",
    }),
    question(poolUtilisation, {
      asks: "How long will the database bear it?",
      means: "Below 80 %: there is time to fix the cache. Above: relieve the database first.",
    }),
  ],
  causes: [
    "The cache was restarted or ended for its memory; clients keep broken connections for a while.",
    "It is full, with a policy that refuses to write instead of throwing out.",
    "Its password was changed, or a firewall rule.",
    "A value that is larger than it takes.",
  ],
  actions: [
    "Does it answer from the backend's machine? Its own log says since when it runs, and why it ended before.",
    "It answers, and the backend still fails: restart the backend, one instance after the other, for new connections.",
    "The pool is above 80 %: switch off what may be missing, such as lists and searches, before people's own work fails.",
    "Back again: the hit rate begins at nothing; the database has its usual load after half an hour.",
  ],
  alerts: [alerts.AfirgenCacheErrors, alerts.AfirgenDbPoolNearlyExhausted],
});
