import { describe, expect, test } from "vitest";
import { withAccepted } from "../../generators/review/accepted.ts";
import { comparisonOf } from "../../generators/review/comparison.ts";
import { reviewText } from "../../generators/review/layout/text.ts";
import { versionOfFiles } from "../../generators/review/plain/version-of-files.ts";
import { reviewOf } from "../../generators/review/review.ts";
import { alertmanager, before, dashboard, rules, withRules, type Files } from "./plain-shop.ts";

function reviewed(after: Files): string {
  const version = (files: Files) =>
    versionOfFiles(Object.entries(files).map(([path, text]) => ({ path, text })));
  const comparison = comparisonOf(version(before), version({ ...before, ...after }));
  return reviewText(withAccepted(reviewOf(comparison), []));
}

const head = (title: string, line: number) => `${title.padEnd(63)} rules/shop.yml:${line}`;

describe("plain files of Prometheus, Alertmanager and Grafana", () => {
  test.each<[string, Files, string]>([
    ["nothing", {}, "Nothing changes.\n"],
    [
      "another spelling",
      withRules('queue{job="shop", zone="a"} > 100', '50 * 2 < queue{zone="a",job="shop"}'),
      "No consequence: expression in another spelling (1: QueueLong).\n",
    ],
    [
      "another file",
      { "rules/shop.yml": "groups: []\n", "rules/all.yml": rules },
      "No consequence: rule in another group or file (3: ManyErrors, QueueLong, job:errors:rate5m).\n",
    ],
    [
      "a threshold",
      withRules("> 100", "> 200"),
      `1 alert fires less.
Look first at: QueueLong (fires less)

${head("QueueLong", 12)}
  when   above 200, was 100: it fires less   [order]
`,
    ],
    [
      "a matcher that is gone",
      withRules(', zone="a"', ""),
      `1 alert fires more.

${head("QueueLong", 12)}
  when   all series of queue, was only those with zone="a": it fires more   [order]
`,
    ],
    [
      "a severity, and with it who is woken",
      withRules("severity: critical", "severity: warning"),
      `1 alert reaches somebody else, 1 changes its severity.
Look first at: ManyErrors (who is woken)

${head("ManyErrors   critical → warning", 7)}
  who    on-call (pagerduty) → team (slack)   [routing tables]
`,
    ],
    [
      "a route alone",
      {
        "alertmanager.yml": alertmanager.replace(
          "group_wait: 10s",
          "group_wait: 10s\n      mute_time_intervals: [night]",
        ),
      },
      `1 alert reaches somebody else.
Look first at: ManyErrors (who is woken)

${head("ManyErrors", 7)}
  who    on-call (pagerduty) → on-call (pagerduty), only outside of night   [routing tables]
`,
    ],
    [
      "a recording",
      withRules("[5m]", "[10m]"),
      `1 recording means something else.   Undecided: 1.
Look first at: ManyErrors (undecided)

${head("ManyErrors", 7)}
  rests  job:errors:rate5m means something else

What it rests on
  job:errors:rate5m   errors_total over 10m, was 5m: graphs of it mix old and new; on it rest 1 alert and 1 panel
`,
    ],
    [
      "a label of a recording",
      withRules("(rate(errors_total[5m]))", "(rate(errors_total[5m]))\n        labels: { tier: web }"),
      `1 recording means something else.   Undecided: 1.
Look first at: ManyErrors (undecided)

${head("ManyErrors", 8)}
  rests  job:errors:rate5m means something else

What it rests on
  job:errors:rate5m{tier="web"}   labels: tier web, was not said: graphs of it mix old and new; on it rest 1 alert and 1 panel
`,
    ],
    [
      "two recordings of one name",
      {
        "rules/more.yml": `groups:
  - name: more
    rules:
      - { record: "job:load:max", expr: max by (job) (load), labels: { tier: web } }
      - { record: "job:load:max", expr: min by (job) (load), labels: { tier: api } }
`,
      },
      `No consequence: new recording (2: job:load:max{tier="web"}, job:load:max{tier="api"}).
`,
    ],
    [
      "an expression that is built otherwise",
      withRules('queue{job="shop", zone="a"} > 100', 'queue{job="shop", zone="a"} > 100 and up == 1'),
      `1 alert fires less.
Look first at: QueueLong (fires less)

${head("QueueLong", 12)}
  when   another expression: it fires less   [order]
           was ⟦queue{job="shop", zone="a"} > 100⟧
           now ⟦queue{job="shop", zone="a"} > 100 and up == 1⟧
`,
    ],
    [
      "another name, that a panel still says",
      {
        ...withRules("alert: QueueLong", "alert: QueueFull"),
        "grafana/shop.json": dashboard("Errors", 'job:errors:rate5m unless ALERTS{alertname="QueueLong"}'),
      },
      `1 alert is renamed, 1 panel is changed.

${head("QueueFull", 12)}
  who    was QueueLong: open alerts resolve and fire anew, and silences of QueueLong no longer hold; panel "Errors" of Shop still says QueueLong

What one sees
  Shop / Errors   asks something else
           was ⟦job:errors:rate5m⟧
           now ⟦job:errors:rate5m unless ALERTS{alertname="QueueLong"}⟧
`,
    ],
    [
      "an alert that is gone, and one that is new",
      withRules(
        /- alert: QueueLong[\s\S]*/,
        "- { alert: Down, expr: up == 0, for: 1m, labels: { severity: critical } }\n",
      ),
      `1 alert is removed, 1 is new.
Look first at: QueueLong (removed)

${head("QueueLong", 12)}
  who    removed: no longer notifies team (slack)   [routing tables]

${head("Down", 12)}
  who    new, critical: notifies on-call (pagerduty)   [routing tables]
`,
    ],
    [
      "a panel that is called otherwise",
      { "grafana/shop.json": dashboard("All errors", "job:errors:rate5m") },
      `1 panel moves.

What one sees
  Shop / All errors   was called "Errors"
`,
    ],
  ])("%s", (_, after, text) => {
    expect(reviewed(after)).toBe(text);
  });

  test("a PrometheusRule is a rule file, and what is no YAML is said", () => {
    const manifest = `apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nspec:\n${rules.replace(/^/gm, "  ")}`;
    const { alerts, unread } = versionOfFiles([
      { path: "rule.yaml", text: manifest },
      { path: "chart.yaml", text: "a: {{ .Values.a }}\nb: [" },
    ]);
    expect(alerts.map(({ name, place }) => [name, place?.line])).toEqual([
      ["ManyErrors", 10],
      ["QueueLong", 15],
    ]);
    expect(unread).toEqual([expect.stringMatching(/^chart\.yaml:\d+: /)]);
  });
});
