import { expect, test } from "vitest";
import { object } from "../../scripts/code/code.ts";
import { printStatement } from "../../scripts/code/print-code.ts";
import { readExposition } from "../../generators/exposition/read-exposition.ts";
import { groupFamilies } from "../../scripts/new/metric/group-families.ts";
import { leftOutFor } from "../../scripts/new/metric/left-out.ts";
import { metricFrom } from "../../scripts/new/metric/metric-from-family.ts";

function familyOf(text: string) {
  const read = readExposition(text);
  const family = "families" in read ? read.families[0] : undefined;
  if (!family) throw new Error("the test has no family");
  return family;
}

/** The definition of the first family, as it is written. */
function written(text: string): string {
  const { comment, ...item } = metricFrom(familyOf(text));
  const code = printStatement("", object("", [item]))
    .trim()
    .replace(/^\{ ?|,? ?\};$/g, "")
    .trim();
  return comment === undefined ? code : `${code} // ${comment}`;
}

const family = (name: string, type: string, help: string, ...samples: readonly string[]) =>
  `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${samples.map((one) => `${name}${one}\n`).join("")}`;

test.each([
  [
    family("pg_numbackends", "gauge", "Number of backends connected", " 0"),
    'pg_numbackends: gauge({ help: "Number of backends connected.", unit: "backends" }) // The unit is guessed from the help.',
  ],
  [
    family("xact_commit", "counter", "Number of transactions that were committed", " 7"),
    'xact_commit: counter({ help: "Number of transactions that were committed.", unit: "transactions" }) // The unit is guessed from the help.',
  ],
  [
    family("times", "counter", "Number of times a backend had to wait for locks", " 7"),
    'times: counter({ help: "Number of times a backend had to wait for locks." })',
  ],
  [
    family("array_nulls", "gauge", "Enable input of NULL elements.", " 1"),
    'array_nulls: gauge({ help: "Enable input of NULL elements.", unit: "bool" }) // The unit is guessed from the help.',
  ],
  [
    family("log_connections", "gauge", "Logs each connection.", " 2"),
    'log_connections: gauge({ help: "Logs each connection." })',
  ],
  [
    family("track_commit_timestamp", "gauge", "Collects commit time.", " 0"),
    'track_commit_timestamp: gauge({ help: "Collects commit time.", unit: "bool" }) // The unit is guessed from the help.',
  ],
  [
    family("last_log_timestamp_seconds", "gauge", "When it logged.", " 0"),
    'last_log_timestamp_seconds: gauge({ help: "When it logged.", unit: "timestamp" })',
  ],
  [family("sample_rate", "gauge", "Allows a part.", " 1"), 'sample_rate: gauge({ help: "Allows a part." })'],
  [
    family("connected_clients", "gauge", "connected_clients metric", " 1"),
    'connected_clients: gauge({ help: "connected_clients metric.", unit: "clients" }) // The unit is guessed from the name.',
  ],
  [
    family("fsync", "gauge", "Server Parameter (bool)", " 1"),
    'fsync: gauge({ help: "Server Parameter (bool).", unit: "bool" })',
  ],
  [
    family("shop_orders_total", "counter", "Orders", " 3"),
    'shop_orders_total: counter({ help: "Orders.", unit: "orders" })',
  ],
  [
    family("pg_stat_database_deadlocks", "counter", "number of deadlocks", " 3"),
    'pg_stat_database_deadlocks: counter({ help: "Number of deadlocks.", unit: "deadlocks" })',
  ],
  [
    family("cpu_seconds_total", "counter", "CPU time.", " 3.5"),
    'cpu_seconds_total: counter({ help: "CPU time.", unit: "seconds" })',
  ],
  [
    family("limit_bytes", "gauge", "limit_bytes metric", " 3"),
    'limit_bytes: gauge({ help: "limit_bytes metric.", unit: "bytes" })',
  ],
  [
    family("latency_usec", "gauge", "Latency", " 3"),
    'latency_usec: gauge({ help: "Latency.", unit: "microseconds" })',
  ],
  [
    family("memory_max_bytes", "gauge", "Memory", " 3"),
    'memory_max_bytes: gauge({ help: "Memory.", unit: "bytes" })',
  ],
  [
    family("heap_bytes_max", "gauge", "Memory", " 3"),
    'heap_bytes_max: gauge({ help: "Memory.", unit: "bytes" })',
  ],
  [
    family("hits_ratio", "gauge", "Hits", " 0.5"),
    'hits_ratio: gauge({ help: "Hits.", unit: "ratio", computed: "ratio" })',
  ],
  [
    family("wait_p99_seconds", "gauge", "Waits", " 0.5"),
    'wait_p99_seconds: gauge({ help: "Waits.", unit: "seconds", computed: "p99" })',
  ],
  [
    family("process_start_time_seconds", "gauge", "Start since unix epoch.", " 1.7e9"),
    'process_start_time_seconds: gauge({ help: "Start since unix epoch.", unit: "timestamp" })',
  ],
  [
    family("node_load1", "gauge", "1m load average.", " 0.21"),
    'node_load1: gauge({ help: "1m load average.", unit: "none" })',
  ],
  [
    family("backends", "gauge", "Backends connected?", " 2"),
    'backends: gauge({ help: "Backends connected?", unit: "backends" })',
  ],
  [family("bus_status", "gauge", "Status", " 2"), 'bus_status: gauge({ help: "Status." })'],
  [
    family("pg_up", "gauge", "Whether it answers (1 for yes, 0 for no).", " 0"),
    'pg_up: gauge({ help: "Whether it answers (1 for yes, 0 for no).", unit: "bool" })',
  ],
  [
    family("max_duration", "gauge", "max duration in seconds", " 0"),
    'max_duration: gauge({ help: "Max duration in seconds.", unit: "seconds" }) // The unit is guessed from the help.',
  ],
  [
    family("a", "untyped", "A.", " 0"),
    'a: gauge({ help: "A." }) // Its type is not known: a counter, if it only grows.',
  ],
  [family("a", "gauge", 'Says "a", it\\\\s\\nlong', " 0"), `a: gauge({ help: 'Says "a", it\\\\s long.' })`],
])("%s", (exposition, definition) => {
  expect(written(exposition)).toBe(definition);
});

test("without a help a person must say what it measures", () => {
  expect(written("a_bytes 1")).toContain(`help: "${"TO" + "DO"}: what does it measure?"`);
});

test("labels: a closed list has its values, whatever else has any", () => {
  const definition = written(
    family(
      "locks",
      "gauge",
      "L",
      '{db="a",mode="shared"} 1',
      '{db="b",mode="exclusive"} 0',
      '{db="b",mode="shared",job="x"} 0',
    ),
  );
  expect(definition).toContain('labels: { db: "*", job: "*", mode: ["exclusive", "shared"] }');
});

test("a label that some series lack is open, and so is a list of one", () => {
  expect(written(family("a", "gauge", "A", '{mode="x"} 1', " 0", '{mode="y"} 0'))).toContain('{ mode: "*" }');
  expect(written(family("a", "gauge", "A", '{mode="x"} 1'))).toContain('{ mode: "*" }');
});

test("a histogram has its buckets, a summary its quantiles, each without the label of them", () => {
  const wait =
    '# HELP w W.\n# TYPE w histogram\nw_bucket{p="/",le="5"} 1\nw_bucket{p="/",le="0.5"} 1\nw_bucket{p="/",le="+Inf"} 2\n';
  expect(written(wait)).toBe('w: histogram({ help: "W.", labels: { p: "*" }, buckets: [0.5, 5] })');
  const size = '# HELP s S.\n# TYPE s summary\ns{quantile="0.99"} 1\ns{quantile="0.5"} 1\ns_sum 2\n';
  expect(written(size)).toBe('s: summary({ help: "S.", quantiles: [0.5, 0.99] })');
});

test.each([
  ["go_threads 1", "runtime"],
  ["postgres_exporter_build_info 1", "runtime"],
  ["shop_orders_total 1", "untyped"],
  ['{"shop.orders"} 1', "name"],
  ['# TYPE a gauge\na{"b.c"="1"} 1', "name"],
  ['# TYPE a gauge\na{__b="1"} 1', "name"],
  ["# TYPE a histogram\na_sum 1\n", "type"],
  ["# TYPE a gaugehistogram\na_gsum 1\n", "type"],
  ["# TYPE a counter\nb 1\n", "unseen"],
  ["# TYPE shop_orders_total counter\nshop_orders_total 1", undefined],
])("%j is left out for: %s", (text, why) => {
  expect(leftOutFor(familyOf(text))).toBe(why);
});

test("a long exposition is split by what names begin with, and loses nothing", () => {
  const names = [
    ...Array.from({ length: 60 }, (_, n) => `pg_settings_${n}`),
    ...Array.from({ length: 5 }, (_, n) => `pg_stat_${n}`),
    "pg_up",
  ];
  const read = readExposition(names.map((name) => `${name} 1\n`).join(""));
  const groups = groupFamilies("families" in read ? read.families : []);
  expect(groups.map(({ prefix, families }) => [prefix, families.length])).toEqual([
    [undefined, 1],
    ["pg_settings", 60],
    ["pg_stat", 5],
  ]);
});
