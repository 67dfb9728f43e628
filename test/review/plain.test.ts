import { describe, expect, test } from "vitest";
import { withAccepted } from "../../generators/review/accepted.ts";
import { comparisonOf } from "../../generators/review/comparison.ts";
import { reviewText } from "../../generators/review/layout/text.ts";
import { versionOfFiles } from "../../generators/review/plain/version-of-files.ts";
import { reviewOf } from "../../generators/review/review.ts";
import { makeFolder, put } from "../build/out-fixture.ts";
import { diff } from "./changed-shop.ts";

const rules = `groups:
  - name: shop
    interval: 30s
    rules:
      - record: job:errors:rate5m
        expr: sum by (job) (rate(errors_total[5m]))
      - alert: ManyErrors
        expr: job:errors:rate5m > 5
        for: 5m
        labels: { severity: critical }
        annotations: { summary: Many errors. }
      - alert: QueueLong
        expr: queue{job="shop", zone="a"} > 100
        labels: { severity: warning }
`;

const alertmanager = `route:
  receiver: team
  group_by: [alertname]
  routes:
    - matchers: ['severity="critical"']
      receiver: on-call
      group_wait: 10s
receivers:
  - name: team
    slack_configs: [{ channel: "#shop" }]
  - name: on-call
    pagerduty_configs: [{ routing_key_file: /secret }]
`;

const dashboard = (title: string, expr: string): string =>
  JSON.stringify({ uid: "shop", title: "Shop", panels: [{ type: "stat", title, targets: [{ expr }] }] });

type Files = Readonly<Record<string, string>>;

const before: Files = {
  "rules/shop.yml": rules,
  "alertmanager.yml": alertmanager,
  "grafana/shop.json": dashboard("Errors", "job:errors:rate5m"),
};

function reviewed(after: Files): string {
  const version = (files: Files) =>
    versionOfFiles(Object.entries(files).map(([path, text]) => ({ path, text })));
  const comparison = comparisonOf(version(before), version({ ...before, ...after }));
  return reviewText(withAccepted(reviewOf(comparison), []));
}

function withRules(from: string | RegExp, to: string): Files {
  expect(rules).toMatch(from);
  return { "rules/shop.yml": rules.replace(from, to) };
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
      `1 alert reaches somebody else, 1 changes its severity, 1 is sent otherwise.
Look first at: ManyErrors (who is woken)

${head("ManyErrors   critical → warning", 7)}
  who    on-call (pagerduty) → team (slack)   [routing tables]
  when   notified at the latest after 6 min, was 5 min 40 s
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
      `1 recording or metric means something else.   Undecided: 1.
Look first at: ManyErrors (undecided)

${head("ManyErrors", 7)}
  rests  job:errors:rate5m means something else

What it rests on
  job:errors:rate5m   errors_total over 10m, was 5m: graphs of it mix old and new; on it rest 1 alert and 1 panel
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
  who    removed: no longer notifies team (slack)

${head("Down", 12)}
  who    new, critical: notifies on-call (pagerduty)
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

describe("two folders need no project", () => {
  function folders(): string {
    const folder = makeFolder();
    for (const [path, text] of Object.entries(before)) put(folder, `old/${path}`, text);
    for (const [path, text] of Object.entries({ ...before, ...withRules("> 100", "> 200") }))
      put(folder, `new/${path}`, text);
    return folder;
  }

  test("they are compared, and what somebody said to fail on is an exit code of its own", async () => {
    const folder = folders();
    const args = ["--base", "old", "new"];
    const plain = await diff(folder, { args });
    expect(plain.stdout).toContain("above 200, was 100: it fires less   [order]\n");
    expect(plain.stderr).toBe("compared with the plain files of old and of new\n");
    expect(plain.exitCode).toBe(0);
    expect((await diff(folder, { args: [...args, "--fail-on", "less,woken"] })).exitCode).toBe(10);
    expect((await diff(folder, { args: [...args, "--fail-on", "more"] })).exitCode).toBe(0);
    expect((await diff(folder, { args: [...args, "--fail-on", "threshold"] })).exitCode).toBe(10);
  });

  test("what is accepted is said in a line, does not fail, and lapses with its sentence", async () => {
    const folder = folders();
    const args = ["--base", "old", "new", "--fail-on", "less"];
    const json = await diff(folder, { args: [...args, "--format", "json"] });
    const [change] = JSON.parse(json.stdout).changes;
    expect(change).toMatchObject({ kind: "threshold", class: "less", of: "QueueLong", place: { line: 12 } });
    put(
      folder,
      "new/signalbox.accepted",
      `# Agreed.\naccept: ${change.fingerprint} the queue may be longer now\n`,
    );
    const accepted = await diff(folder, { args });
    expect(accepted.stdout).toBe(
      `Accepted: QueueLong (${change.fingerprint}: the queue may be longer now)\n`,
    );
    expect(accepted.exitCode).toBe(0);
    put(folder, "new/rules/shop.yml", rules.replace("> 100", "> 300"));
    const lapsed = await diff(folder, { args });
    expect(lapsed.stdout).toContain("above 300, was 100");
    expect(lapsed.stdout).toContain(`No longer said, so accept: ${change.fingerprint} can go`);
    expect(lapsed.exitCode).toBe(10);
  });

  test("a workflow of GitHub gets each sentence at its line", async () => {
    const { stdout } = await diff(folders(), { args: ["--base", "old", "new", "--format", "github"] });
    expect(stdout.split("\n")[0]).toBe(
      "::warning file=rules/shop.yml,line=12,title=QueueLong::above 200, was 100: it fires less [order]",
    );
  });

  test.each<[string, readonly string[], RegExp]>([
    [
      "a format that there is not",
      ["--base", "old", "new", "--format", "html"],
      /^There is no format 'html'\.\n/,
    ],
    [
      "a class that there is not",
      ["--base", "old", "new", "--fail-on", "wokn"],
      /^There is no kind or class 'wokn' \(did you mean 'woken'\?\)/,
    ],
    ["a folder that there is not", ["--base", "odl", "new"], /^There is no folder odl\.\n/],
    ["nothing to compare with", ["new"], /^Say what new is compared with/],
  ])("%s is wrong use", async (_, args, message) => {
    const { exitCode, stderr, stdout } = await diff(folders(), { args });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toMatch(message);
  });

  test("an acceptance that is none is a problem with its line", async () => {
    const folder = folders();
    put(folder, "new/signalbox.accepted", "accept: everything\n");
    const { exitCode, stderr } = await diff(folder, { args: ["--base", "old", "new"] });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^signalbox\.accepted:1: this is no acceptance/);
  });
});
