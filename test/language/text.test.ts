// PromQL as text: promql`…`
import { describe, expect, test } from "vitest";
import { nodeOf, unitOf } from "../../generators/language/expression/expression.ts";
import { promql } from "../../generators/language/promql.ts";
import { ms, percent, ratio } from "../../generators/language/quantity.ts";
import { printPromql } from "../../generators/promql/print.ts";
import { app, errorRate5m, infra } from "./example-metrics.ts";

const requests = app.http_requests_total;
const print = (expression: unknown): string => printPromql(nodeOf(expression));

describe("holes are filled", () => {
  test.each([
    [
      "metrics",
      promql`rate(${requests.where({ status: /5../ })}[5m])`,
      'rate(http_requests_total{status=~"5.."}[5m])',
    ],
    [
      "buckets",
      promql`rate(${app.http_request_duration_seconds.bucket}[5m])`,
      "rate(http_request_duration_seconds_bucket[5m])",
    ],
    ["recordings", promql`${errorRate5m} > 0`, "job:http_errors:ratio_rate5m > 0"],
    [
      "results that need no parentheses",
      promql`sum(${requests.rate("5m")})`,
      "sum(rate(http_requests_total[5m]))",
    ],
    ["results that need them", promql`abs(1 - ${infra.up.add(1)})`, "abs(1 - (up + 1))"],
    ["quantities, in their base unit", promql`x > ${percent(5)} and y > ${ms(500)}`, "x > 0.05 and y > 0.5"],
    ["quantities several times", promql`x > ${ratio(0.001).times(14.4)}`, "x > (14.4 * 0.001)"],
    ["numbers", promql`x > ${5} and y > ${-5}`, "x > 5 and y > (-5)"],
    ["lists of labels", promql`sum by (${["job", "instance"]}) (up)`, "sum by (job, instance) (up)"],
    [
      "durations",
      promql`rate(x[${"5m"}]) + rate(x[${"$__rate_interval"}])`,
      "rate(x[5m]) + rate(x[$__rate_interval])",
    ],
    ["other texts", promql`sum(${promql`a + b`})`, "sum((a + b))"],
  ])("%s", (_, expression, text) => {
    expect(print(expression)).toBe(text);
  });

  test("with nothing that could be mistaken for PromQL", () => {
    // As a definition without types would fill them.
    const fill = (hole: unknown) => promql`x ${hole as number}`;
    expect(() => fill("or y")).toThrow("promql`…` takes metrics, expressions");
    expect(() => fill({})).toThrow("promql`…` takes metrics, expressions");
    expect(() => fill(["a, b"])).toThrow("'a, b' is not a label name");
  });
});

test("what was put in is kept as a tree", () => {
  const { kind, ...text } = nodeOf(promql`  rate(${infra.up}[5m])  `);
  expect(kind).toBe("text");
  expect(text).toMatchObject({ parts: ["rate(", nodeOf(infra.up), "[5m])"] });
});

test("backslashes are PromQL's own, and a backtick and ${ can be written", () => {
  expect(print(promql`x{a=~"\\d+\."}`)).toBe('x{a=~"\\\\d+\\."}');
  expect(print(promql`x{a=~\`\d+\`}`)).toBe("x{a=~`\\d+`}");
  expect(print(promql`x{a="\${path}", b="$path"}`)).toBe('x{a="${path}", b="$path"}');
});

test("text is used like any other expression, and in parentheses", () => {
  const text = promql<{ job: string }, "bytes">`a + b`;
  expect(print(text.mul(2))).toBe("(a + b) * 2");
  expect(print(text.sumBy("job"))).toBe("sum by (job) (a + b)");
  expect(print(text.maxOverTime("1h"))).toBe("max_over_time((a + b)[1h:])");
});

test("its unit is not known at run time", () => {
  expect(unitOf(promql`a`)).toBe("none");
});
