import { severity } from "signalbox";
import { describe, expect, test } from "vitest";
import type { LabelMatch } from "../../generators/model/routing-model.ts";
import {
  fits,
  matchersOf,
  type AlertMatcher,
  type KnownLabels,
} from "../../generators/routing/alert-matcher.ts";

const critical = severity("critical", { rank: 1, response: "at once", color: "red" });
const high = severity("high", { rank: 2, response: "soon", color: "orange" });

describe("matchersOf", () => {
  test.each<[string, LabelMatch, readonly string[]]>([
    ["nothing", {}, []],
    ["one severity", { severity: critical }, ["severity = critical"]],
    ["several severities", { severity: [critical, high] }, ["severity =~ critical|high"]],
    ["one alert", { alertname: "Watchdog" }, ["alertname = Watchdog"]],
    ["several alerts", { alertname: ["A", "B"] }, ["alertname =~ A|B"]],
    ["one service", { service: "shop" }, ["service = shop"]],
    ["a list of one", { service: ["shop"] }, ["service =~ shop"]],
    ["a value of another label", { labels: { team: "sales" } }, ["team = sales"]],
    ["values that are no patterns", { labels: { host: ["a.b", "c+"] } }, ["host =~ a\\.b|c\\+"]],
    ["a value as it is", { labels: { host: "a.b" } }, ["host = a.b"]],
    ["a pattern", { labels: { host: /a.+\.b/ } }, ["host =~ a.+\\.b"]],
    ["a pattern with a slash", { labels: { path: /a\/b/ } }, ["path =~ a/b"]],
    ["a pattern with a backslash before a slash", { labels: { path: /a\\\/b/ } }, ["path =~ a\\\\/b"]],
    ["a pattern that does not look at case", { labels: { host: /web/i } }, ["host =~ (?i)web"]],
    ["flags that only JavaScript knows", { labels: { host: /web/g } }, ["host =~ web"]],
  ])("%s", (_, match, expected) => {
    expect(matchersOf(match).map(({ label, op, value }) => `${label} ${op} ${value}`)).toEqual(expected);
  });

  test("come in one order, however the match is written", () => {
    const labels = { zone: "a", area: "b" };
    const match = { labels, service: "shop", severity: critical, alertname: "A" };
    expect(matchersOf(match).map(({ label }) => label)).toEqual([
      "alertname",
      "severity",
      "service",
      "area",
      "zone",
    ]);
  });
});

describe("fits, as Alertmanager matches", () => {
  const labels: KnownLabels = new Map([
    ["severity", { kind: "one", value: "critical" }],
    ["channel", { kind: "some", values: ["web", "phone"] }],
    ["instance", { kind: "any" }],
  ]);
  const equal = (label: string, value: string): AlertMatcher => ({ label, op: "=", value });
  const like = (label: string, value: string): AlertMatcher => ({ label, op: "=~", value });

  test.each<[string, readonly AlertMatcher[], "yes" | "no" | "maybe"]>([
    ["no matcher", [], "yes"],
    ["the value", [equal("severity", "critical")], "yes"],
    ["another value", [equal("severity", "high")], "no"],
    ["a pattern", [like("severity", "crit.*|high")], "yes"],
    ["a part of the value: patterns are anchored", [like("severity", "crit")], "no"],
    ["alternatives are anchored together", [like("severity", "xcritical|high")], "no"],
    ["case counts", [like("severity", "CRITICAL")], "no"],
    ["unless the pattern says otherwise", [like("severity", "(?i)CRITICAL")], "yes"],
    ["a missing label is an empty value", [equal("team", "")], "yes"],
    ["also for a pattern", [like("team", ".*")], "yes"],
    ["and nothing else", [like("team", ".+")], "no"],
    ["one of several values", [equal("channel", "web")], "maybe"],
    ["none of several values", [equal("channel", "fax")], "no"],
    ["all of several values", [like("channel", "web|phone|fax")], "yes"],
    ["any value", [equal("instance", "shop-1:8080")], "maybe"],
    ["any value, also where everything matches", [like("instance", ".*")], "maybe"],
    ["all matchers must match", [equal("severity", "critical"), equal("channel", "fax")], "no"],
    ["one that may match makes it may", [equal("severity", "critical"), equal("instance", "a")], "maybe"],
    ["one that does not match is enough", [equal("instance", "a"), equal("severity", "high")], "no"],
    ["a pattern that is none: nothing can be said", [like("severity", "crit(?=ical)")], "maybe"],
  ])("%s", (_, matchers, expected) => {
    expect(fits(matchers, labels)).toBe(expected);
  });
});
