import { inWords } from "../../generators/import/words/say.ts";
import type { KnownSeries } from "../../generators/import/words/said.ts";
import * as language from "../../generators/language/index.ts";
import { nodeOf } from "../../generators/language/expression/expression.ts";
import { meaning } from "../../generators/import/proof/same-meaning.ts";
import { readPromql } from "../../generators/promql/read.ts";
import { printStatement } from "../../scripts/code/print-code.ts";
import { codeOfWords } from "../../scripts/import/words-code.ts";

const anyOf = { job: "*", instance: "*" } as const;
const { counter, gauge, histogram, metrics } = language;

/** A small world, and how its series are known to the writer of words. */
export const world = metrics(anyOf, {
  requests_total: counter({ help: "Requests.", unit: "requests", labels: { status: "*", path: "*" } }),
  errors_total: counter({ help: "Errors.", unit: "requests", labels: { status: "*", path: "*" } }),
  received_bytes_total: counter({ help: "Received.", unit: "bytes" }),
  free_bytes: gauge({ help: "Free.", unit: "bytes" }),
  size_bytes: gauge({ help: "Size.", unit: "bytes" }),
  queue: gauge({ help: "Queue.", unit: "none" }),
  started: gauge({ help: "Start.", unit: "timestamp" }),
  info: gauge({ help: "Info.", unit: "bool", labels: { version: "*" } }),
  latency_seconds: histogram({ help: "Latency.", unit: "seconds", buckets: [0.1, 1], labels: { path: "*" } }),
});

/** The rates of buckets as a rule records them. */
const recorded = language.recording(
  "recorded:buckets:rate5m",
  world.latency_seconds.bucket.rate("5m").sumBy("path", "le"),
  { example: { open: "which value has it?" } },
);

const own = ["job", "instance"];
const known: readonly KnownSeries[] = [
  plain("requests_total", "counter", "requests", "status", "path"),
  plain("errors_total", "counter", "requests", "status", "path"),
  plain("received_bytes_total", "counter", "bytes"),
  plain("free_bytes", "gauge", "bytes"),
  plain("size_bytes", "gauge", "bytes"),
  plain("queue", "gauge", "none"),
  plain("started", "gauge", "timestamp"),
  plain("info", "gauge", "bool", "version"),
  {
    ...plain("latency_seconds", "counter", "count", "path", "le"),
    ...{ name: "latency_seconds_bucket", part: "bucket", kind: "buckets", observed: "seconds" },
  },
  { ...plain("latency_seconds", "counter", "seconds", "path"), name: "latency_seconds_sum", part: "sum" },
  {
    ...{ name: "recorded:buckets:rate5m", metric: "recorded", part: undefined, kind: "bucket rates" },
    ...{ labels: new Set(["path", "le"]), unit: "count/s", observed: "seconds" },
  },
];

function plain(
  metric: string,
  kind: "counter" | "gauge",
  unit: string,
  ...labels: readonly string[]
): KnownSeries {
  return { name: metric, metric, part: undefined, kind, labels: new Set([...own, ...labels]), unit };
}

/** The words for an expression, on one line, or why there are none. */
export function wordsFor(expr: string): string {
  const worded = inWords(treeOf(expr), (name) => known.find((one) => one.name === name));
  if ("reason" in worded) return worded.reason;
  const code = printStatement(
    "",
    codeOfWords(worded.said.code, (name) => name),
  );
  return code
    .trimEnd()
    .replace(/;$/, "")
    .replace(/\s*\n\s*/g, "");
}

/** What the language makes of the words: the text of the expression, in its one form. */
export function meaningOf(words: string): string {
  const given: Readonly<Record<string, unknown>> = { ...language, ...world, recorded };
  // The words are a program of one expression, as an author would have written it.
  const made: unknown = new Function(...Object.keys(given), `return ${words}`)(...Object.values(given));
  return meaning(nodeOf(made));
}

export function treeOf(expr: string) {
  const node = readPromql(expr);
  if (!node) throw new Error(`no PromQL: ${expr}`);
  return node;
}
