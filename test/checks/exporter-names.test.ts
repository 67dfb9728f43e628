import { counter, gauge, metrics, scrapeJob, summary } from "signalbox";
import { expect, test } from "vitest";
import { compile } from "../../generators/compile.ts";
import { formatProblem } from "../../generators/problem.ts";
import { definitionsWith } from "./small-definitions.ts";

const kept = "tried as the exporter has it";
const job = scrapeJob("exporter", {
  description: "An exporter of others.",
  targets: ["localhost:9187"],
  labels: { service: "shop" },
});

/** As exporters of PostgreSQL, Redis, nginx and machines really answer: types, names, labels and quantiles. */
const definitions = {
  pg_stat_database_xact_commit: counter({ help: "Commits.", labels: { datname: "*" }, unused: kept }),
  pg_stat_database_blk_read_time: counter({ help: "Reading.", unit: "milliseconds", unused: kept }),
  pg_stat_archiver_archived_count: counter({ help: "Archived.", unused: kept }),
  pg_stat_activity_count: gauge({ help: "Connections.", labels: { state: "*" }, unused: kept }),
  pg_locks_count: gauge({ help: "Locks.", unused: kept }),
  redis_total_reads_processed: counter({ help: "Reads.", unused: kept }),
  redis_tracking_total_keys: gauge({ help: "Keys.", unused: kept }),
  redis_expired_time_cap_reached_total: gauge({ help: "Times.", unused: kept }),
  redis_last_key_groups_scrape_duration_milliseconds: gauge({
    help: "Took.",
    unit: "milliseconds",
    unused: kept,
  }),
  redis_db_avg_ttl_seconds: gauge({ help: "TTL.", unit: "seconds", computed: "mean", unused: kept }),
  redis_latency_percentiles_usec: summary({
    help: "Latency.",
    unit: "microseconds",
    quantiles: [50, 99, 99.9],
    labels: { cmd: "*" },
    unused: kept,
  }),
  redis_exporter_scrape_duration_seconds: summary({
    help: "Took.",
    unit: "seconds",
    quantiles: [],
    unused: kept,
  }),
  nginx_connections_accepted: counter({ help: "Accepted.", unused: kept }),
  node_netstat_TcpExt_ListenDrops: gauge({ help: "Drops.", unused: kept }),
  node_memory_MemAvailable_bytes: gauge({ help: "Memory.", unit: "bytes", unused: kept }),
};

const problemsOf = (exporter: object) =>
  compile(definitionsWith({ jobs: { job }, metrics: { exporter } })).problems.map(formatProblem);

test("what exporters export can be declared as it is, once it is said who names it", () => {
  expect(problemsOf(metrics(job, definitions, { foreignNames: "exporters of others name them" }))).toEqual(
    [],
  );
});

test("without that, each name is reported", () => {
  const { redis_latency_percentiles_usec: _, ...others } = definitions;
  const found = problemsOf(metrics(job, others));
  expect(found.map((text) => /: counter "(\w+)"/.exec(text)?.[1])).toEqual([
    "pg_stat_database_xact_commit",
    "pg_stat_database_blk_read_time",
    "pg_stat_archiver_archived_count",
    "redis_total_reads_processed",
    "nginx_connections_accepted",
  ]);
});
