import { expect, test } from "vitest";
import { nodeOf, unitOf } from "../../generators/language/expression/expression.ts";
import { quantile } from "../../generators/language/given.ts";
import { ms } from "../../generators/language/quantity.ts";
import { recordingNamed as recording, recordingOf } from "../../generators/language/recording.ts";
import { ruleGroup } from "../../generators/language/rule-group.ts";
import { printPromql } from "../../generators/promql/print.ts";
import { app } from "./example-metrics.ts";

const expr = app.http_request_duration_seconds.quantile(0.95, "5m", "job");

test("a recording carries its rule", () => {
  const group = ruleGroup("slow", { every: "5m" });
  const allow = { "some-check": "a reason" };
  const example = { given: [quantile(app.http_request_duration_seconds, 0.95, ms(250))], expect: ms(250) };
  const p95 = recording("job:http_request_duration_seconds:p95", expr, {
    help: "Slow requests.",
    group,
    example,
    allow,
  });
  const { place, ...definition } = recordingOf(p95) ?? {};
  expect(definition).toEqual({
    kind: "recording",
    name: "job:http_request_duration_seconds:p95",
    expression: nodeOf(expr),
    unit: "seconds",
    help: "Slow requests.",
    group,
    example,
    labels: {},
    allow,
  });
  expect(place?.file).toBe("test/language/recording.test.ts");
});

test("what is left out is undefined, and nothing is allowed", () => {
  const definition = recordingOf(recording("job:http_request_duration_seconds:p95", expr));
  expect(definition).toMatchObject({ help: undefined, group: undefined, example: undefined, allow: {} });
});

test("a recording carries the labels that its rule adds", () => {
  const p95 = recording("job:http_request_duration_seconds:p95", expr, { labels: { tier: "web" } });
  expect(recordingOf(p95)?.labels).toEqual({ tier: "web" });
  expect(printPromql(nodeOf(p95.where({ tier: "web" })))).toBe(
    'job:http_request_duration_seconds:p95{tier="web"}',
  );
});

test("a recording is used by its name, in the unit of its expression", () => {
  const p95 = recording("job:http_request_duration_seconds:p95", expr);
  expect(unitOf(p95)).toBe("seconds");
  expect(printPromql(nodeOf(p95.where({ job: "api" }).maxOverTime("1h")))).toBe(
    'max_over_time(job:http_request_duration_seconds:p95{job="api"}[1h])',
  );
});

test("only the recording itself carries the rule", () => {
  const p95 = recording("job:http_request_duration_seconds:p95", expr);
  for (const other of [p95.where({ job: "api" }), p95.sum(), expr, {}, undefined]) {
    expect(recordingOf(other)).toBeUndefined();
  }
});

test("a group of rules has a name and perhaps an interval", () => {
  expect(ruleGroup("fast", { every: "15s" })).toMatchObject({
    kind: "rule group",
    name: "fast",
    every: "15s",
  });
  expect(ruleGroup("usual")).toMatchObject({ name: "usual", every: undefined });
});
