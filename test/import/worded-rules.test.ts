import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeProject } from "../project/make-project.ts";
import { printStatement } from "../../scripts/code/print-code.ts";
import { readInputs } from "../../scripts/import/read-inputs.ts";
import { noOutcomes } from "../../scripts/import/worded-rule.ts";
import { nothingElse, wordedRules } from "../../scripts/import/worded-rules.ts";
import { codeOfWords } from "../../scripts/import/words-code.ts";

/** What each rule is in words, on one line. */
async function wordsOf(...rules: readonly string[]): Promise<readonly string[]> {
  const file = join(makeProject(), "rules.yml");
  const items = rules.map((one) => `      - ${one}\n`).join("");
  writeFileSync(file, `groups:\n  - name: shop\n    rules:\n${items}`);
  const inputs = await readInputs([file]);
  if ("refused" in inputs) throw new Error(inputs.refused);
  return wordedRules(inputs.rules, nothingElse, noOutcomes).rules.map(({ expr }) => {
    if (expr.kind === "text") return expr.reason;
    const code = printStatement(
      "",
      codeOfWords(expr.said.code, (name) => name),
    );
    return code.replace(/;\n$/, "").replace(/\s*\n\s*/g, "");
  });
}

test("recordings of one name get the unit that any of them has", async () => {
  const rules = await wordsOf(
    '{ record: "job:alive:any", expr: "max by (job) (alive)", labels: { kind: a } }',
    '{ record: "job:alive:any", expr: "group by (job) (other)", labels: { kind: b } }',
    '{ record: "job:alive:any2", expr: "max by (job) (alive)" }',
  );
  expect(rules).toEqual(['alive.maxBy("job").as("bool")', 'other.groupBy("job")', 'alive.maxBy("job")']);
});

test("recordings of buckets stay buckets, but not where several have one name", async () => {
  const rate = "sum by (le) (rate(pay_seconds_bucket[5m]))";
  const rules = await wordsOf(
    `{ record: "le:pay:one", expr: "${rate}" }`,
    `{ record: "le:pay:two", expr: "${rate}", labels: { kind: a } }`,
    `{ record: "le:pay:two", expr: "${rate}", labels: { kind: b } }`,
    '{ alert: One, expr: "histogram_quantile(0.9, le:pay:one) > 1" }',
    '{ alert: Two, expr: "histogram_quantile(0.9, le:pay:two) > 1" }',
  );
  expect(rules).toEqual([
    'pay_seconds.bucket.rate("5m").sumBy("le")',
    'pay_seconds.bucket.rate("5m").sumBy("le").asVector()',
    'pay_seconds.bucket.rate("5m").sumBy("le").asVector()',
    "le:pay:one.histogramQuantile(0.9).gt(seconds(1))",
    'le:pay:two.asBuckets("seconds").histogramQuantile(0.9).gt(seconds(1))',
  ]);
});

test("a label that is ignored is one of the side that can have it", async () => {
  const rules = await wordsOf(
    '{ alert: Full, expr: "tasks / ignoring (type) tasks_max > 0.9 and ignoring (type) tasks_max > 0" }',
  );
  expect(rules).toEqual([
    'tasks.div(tasks_max, { ignoring: ["type"] }).gt(0.9).and(tasks_max.gt(0), { ignoring: ["type"] })',
  ]);
});

test("what fires without a condition is said to be one; a number is none", async () => {
  const rules = await wordsOf(
    '{ alert: Always, expr: "vector(1)" }',
    '{ alert: Info, expr: "shop_info" }',
    '{ alert: Counted, expr: "orders_total" }',
    '{ record: "job:orders:rate5m", expr: "rate(orders_total[5m])" }',
    '{ alert: Hidden, expr: "max by (job) (shop_info == 1)" }',
    '{ alert: Time, expr: "time()" }',
  );
  expect(rules).toEqual([
    "vector(1).condition()",
    "shop_info.condition()",
    "orders_total.raw().condition()",
    'orders_total.rate("5m")',
    'shop_info.eq(1).series().maxBy("job").condition()',
    "an alert of one number",
  ]);
});
