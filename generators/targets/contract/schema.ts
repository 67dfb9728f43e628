import {
  anyText,
  closed,
  flag,
  listOf,
  matching,
  named,
  number,
  oneOf,
  text,
  type Schema,
} from "../../schema.ts";

const operator = oneOf("=", "!=", "=~", "!~");
const values: Schema = {
  anyOf: [oneOf("*"), listOf(anyText), closed({ matches: anyText, flags: anyText })],
};

const read = closed(
  {
    by: text,
    role: oneOf("needed", "one of its own", "one of several", "awaited missing", "keeps silent"),
  },
  {
    series: text,
    matchers: listOf(closed({ name: text, op: operator, value: anyText }), { minItems: 1 }),
    tellsApart: listOf(text, { minItems: 1 }),
    newLabels: oneOf("kept", "break a join"),
  },
);

const metric = closed(
  {
    name: text,
    type: oneOf("counter", "gauge", "histogram", "summary"),
    unit: text,
    help: text,
    labels: named(values),
    definedAt: matching(":\\d+$"),
    reads: listOf(read),
  },
  { buckets: listOf(number), quantiles: listOf(number), comesAndGoes: text },
);

const reader = closed(
  { kind: oneOf("alert", "recording", "panel", "slo", "runbook", "dashboard"), name: text },
  { severity: text, notifies: listOf(text), firesWhenMissing: flag },
);

/** A contract as check.mjs reads it, which asks no questions. */
export const contractSchema: Schema = closed({
  format: oneOf(1),
  service: text,
  owner: text,
  jobs: listOf(closed({ name: text, metrics: listOf(metric) }), { minItems: 1 }),
  readers: named(reader),
});
