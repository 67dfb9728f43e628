import { describe, expect, test } from "vitest";
import { alertmanagerConfig } from "../../generators/targets/alertmanager/validators/alertmanager-config.ts";
import { notificationTexts } from "../../generators/targets/alertmanager/notification-texts.ts";
import { unknownVariables } from "../../generators/promql/variable.ts";
import { prometheusConfig } from "../../generators/targets/prometheus/validators/prometheus-config.ts";
import { ruleComplaints } from "../../generators/targets/prometheus/validators/prometheus-rules.ts";
import {
  lastCaughtBefore,
  lineOfQuoted,
  unmarshalErrors,
} from "../../generators/targets/validation/go-errors.ts";
import { findingsAfter } from "./result-of.ts";
import { shopSubject } from "./shop-subject.ts";

describe("what promtool says of rules", () => {
  const nothing = { line: undefined, group: undefined, rule: undefined };
  test.each([
    [
      "an expression",
      'Checking a.yml\n  FAILED:\na.yml: 5:11: group "g", rule 1, "a:b": could not parse expression: 1:7: parse error: x',
      [
        {
          path: "a.yml",
          line: 5,
          group: "g",
          rule: "a:b",
          reason: "could not parse expression: 1:7: parse error: x",
        },
      ],
    ],
    [
      "an annotation, which has no line",
      'a.yml: group "g", rule 2, "X": annotation "summary": template: __alert_X:1: unclosed action',
      [
        {
          path: "a.yml",
          line: undefined,
          group: "g",
          rule: "X",
          reason: 'annotation "summary": template: __alert_X:1: unclosed action',
        },
      ],
    ],
    [
      "a group, with line 0 for none",
      'a b.yml: 0:0: groupname: "g" is repeated in the same file',
      [{ ...nothing, path: "a b.yml", reason: 'groupname: "g" is repeated in the same file' }],
    ],
    [
      "several lines of a file",
      "a.yml: yaml: unmarshal errors:\n  line 7: field x not found in type rulefmt.Rule\n  line 9: cannot unmarshal !!int\nb.yml: bad",
      [
        { ...nothing, path: "a.yml", line: 7, reason: "field x not found in type rulefmt.Rule" },
        { ...nothing, path: "a.yml", line: 9, reason: "cannot unmarshal !!int" },
        { ...nothing, path: "b.yml", reason: "bad" },
      ],
    ],
    [
      "duplicates",
      "  FAILED:\nlint error 1 duplicate rule(s) found.\nMetric: X\nLabel(s):\n\ta: b\nMight cause inconsistency",
      [
        {
          ...nothing,
          path: undefined,
          rule: "X",
          reason: "another rule has this name and the same labels",
        },
      ],
    ],
    ["nothing", "Checking a.yml\n  SUCCESS: 2 rules found\n", []],
  ])("%s", (_what, output, expected) => {
    expect(ruleComplaints(output)).toEqual(expected);
  });
});

test("a failure that says nothing known is shown as a whole", () => {
  const subject = shopSubject();
  const result = { code: 2, stdout: "", stderr: "panic: out of memory\n" };
  expect(findingsAfter(result, prometheusConfig, subject).findings).toEqual([
    { path: "prometheus/prometheus.yml", message: "promtool rejects it: panic: out of memory" },
  ]);
  expect(findingsAfter(result, alertmanagerConfig, subject).findings).toEqual([
    { path: "alertmanager/alertmanager.yml", message: "amtool rejects it: panic: out of memory" },
  ]);
});

test("lines of a YAML file", () => {
  expect(unmarshalErrors("yaml: line 3: did not find expected key")).toEqual([
    { line: 3, reason: "did not find expected key" },
  ]);
  const text = "- name: a\n  x: 1\n- name: b\n  x: 2\n";
  expect([1, 2, 3, 4].map((line) => lastCaughtBefore(text, line, /^- name: (.*)$/))).toEqual([
    "a",
    "a",
    "b",
    "b",
  ]);
  expect(lastCaughtBefore(text, 4, /^- job: (.*)$/)).toBeUndefined();
  expect(lineOfQuoted('unknown unit "q" in duration "x: 2"', text)).toBe(4);
  expect(lineOfQuoted("no quotes", text)).toBeUndefined();
});

test("the texts of a receiver, and which of them may be empty", () => {
  const config = {
    receivers: [
      {
        name: "a",
        slack_configs: [{ title: "{{ .X }}", channel: "#a", actions: [{ url: "{{ .Y }}" }] }],
        email_configs: [{ html: "{{ .Z }}" }],
        pagerduty_configs: [{ details: { firing: "{{ .F }}" }, group: "{{ .G }}" }],
      },
    ],
  };
  expect(notificationTexts(config).map(({ key, type, optional }) => [key, type, optional])).toEqual([
    ["slack_configs[0].title", "text", false],
    ["slack_configs[0].actions[0].url", "text", false],
    ["email_configs[0].html", "html", false],
    ["pagerduty_configs[0].details.firing", "text", true],
    ["pagerduty_configs[0].group", "text", true],
  ]);
  expect(notificationTexts(undefined)).toEqual([]);
});

test("variables of a query that nobody knows", () => {
  const expr = 'rate(a{b=~"$b", c=~"${c:regex}", d="${d}"}[$__rate_interval]) > $__nothing and $b';
  expect(unknownVariables(expr, ["b"])).toEqual(["c", "d", "__nothing"]);
  // What a group of its pattern matched.
  expect(unknownVariables('label_replace(a, "b", "$1-${2}", "c", "(.*)-(.*)")', [])).toEqual([]);
});
