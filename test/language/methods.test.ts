// Every method of the language: the PromQL it becomes, and the unit of the result, which the types and who reads the text know too.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { nodeOf, unitOf } from "../../generators/language/expression/expression.ts";
import { number } from "../../generators/language/expression/number-before.ts";
import { metricGroupOf } from "../../generators/language/metric.ts";
import { resolveGroup } from "../../generators/model/resolve-metrics.ts";
import { seriesCatalogue } from "../../generators/promql/catalogue.ts";
import { printPromql } from "../../generators/promql/print.ts";
import { series } from "../promql/example-series.ts";
import { app, infra, shop } from "./example-metrics.ts";
import { rows } from "./method-rows.ts";
import { analyseText } from "../promql/of-text.ts";

const memory = shop.shop_memory_bytes;
const { up } = infra;

/** Short names keep the table readable. */
const short: readonly (readonly [name: RegExp, short: string])[] = [
  [/shop_memory_bytes/g, "m"],
  [/shop_queue/g, "queue"],
  [/http_requests_total/g, "requests"],
  [/http_request_duration_seconds/g, "took"],
  [/process_start_time_seconds/g, "start"],
  [/process_cpu_seconds_total/g, "cpu"],
  [/job_lag_ms/g, "lag"],
  [/job:http_errors:ratio_rate5m/g, "errors"],
  [/gc_pause_seconds/g, "pause"],
];
const shorten = (text: string): string => short.reduce((all, [name, to]) => all.replace(name, to), text);

const declared = [app, shop, infra]
  .flatMap((handles) => metricGroupOf(handles) ?? [])
  .flatMap((group) => resolveGroup(group, "shop").flatMap(({ series }) => series));
const recorded = series("job:http_errors:ratio_rate5m", "recorded", {}, { unit: "ratio" });
const catalogue = seriesCatalogue([...declared, { ...recorded, labels: new Map([["job", "*"]]) }]);

describe.each(rows)("$text", ({ text, expression, unit, unitInText = unit }) => {
  test("is what is printed", () => {
    expect(shorten(printPromql(nodeOf(expression)))).toBe(text);
  });

  test(`is in ${unit}`, () => {
    expect(unitOf(expression)).toBe(unit);
  });

  test(`is in ${unitInText} when read from the text`, () => {
    expect(analyseText(printPromql(nodeOf(expression)), catalogue).type.unit).toBe(unitInText);
  });
});

test("no method is missing in the table", () => {
  const table = readFileSync(join(import.meta.dirname, "method-rows.ts"), "utf8");
  const names = Object.keys(Object.getPrototypeOf(memory)).filter((name) => name !== "toString");
  expect(names.filter((name) => !table.includes(`.${name}(`))).toEqual([]);
});

describe("what is used in the wrong way throws, where no type can refuse it", () => {
  // As a definition without types would call it.
  const untyped = (value: unknown) => value as Record<string, (...args: unknown[]) => unknown>;

  test.each<[string, () => unknown, string]>([
    ["bool() of no comparison", () => up.eq(0).and(up).bool(), "bool() must directly follow a comparison"],
    ["on and ignoring", () => up.div(up, { on: ["job"], ignoring: ["job"] }), "not both"],
    ["two groups", () => up.div(up, { on: ["job"], groupLeft: [], groupRight: [] }), "not both"],
    ["a group of nothing", () => up.div(up, { groupLeft: [] }), "need { on: […] } or { ignoring: […] }"],
    ["an operand of another kind", () => untyped(up)["gt"]?.("5"), "an operand is a number"],
    ["a unit without a scale", () => untyped(up)["in"]?.("days"), "bool cannot be converted to days"],
    [
      "a unit of another dimension",
      () => untyped(memory)["in"]?.("days"),
      "bytes cannot be converted to days",
    ],
    ["a label whose value is no text", () => untyped(up)["withLabel"]?.("tier", 5), "both as text"],
    ["a number that is none", () => untyped({ number })["number"]?.("5"), "number(…) takes a number"],
    ["a result that is narrowed", () => untyped(up.sum())["where"]?.({}), "only a metric can be narrowed"],
    ["an expression as text", () => String(up), "a PromQL expression cannot be made a text"],
    ["a range that is no text", () => untyped(memory)["maxOverTime"]?.(5), "a duration is a text"],
    ["a step that is no text", () => untyped(memory)["maxOverTime"]?.("5m", 5), "a duration is a text"],
    ["an offset that is no text", () => untyped(memory)["offset"]?.(new Date(0)), "a duration is a text"],
    ["no expression", () => nodeOf({}), "this is not a PromQL expression"],
  ])("%s", (_, use, message) => {
    expect(use).toThrow(message);
  });
});

test("an expression cannot be changed", () => {
  expect(Object.isFrozen(up.sum())).toBe(true);
});
