import { describe, expect, test } from "vitest";
import { alertRouting } from "../../generators/targets/alertmanager/validators/alert-routing.ts";
import { alertmanagerConfig } from "../../generators/targets/alertmanager/validators/alertmanager-config.ts";
import { notificationTexts } from "../../generators/targets/alertmanager/validators/notification-texts.ts";
import { placeOf, problemAt, problemsOfShop, replace, shopFiles, type Changes } from "./shop-subject.ts";

const problemsOf = problemsOfShop();

const config = "alertmanager/alertmanager.yml";
const templates = "alertmanager/templates/signalbox.tmpl";
const pager = placeOf("platform.ts", 'receiver("pager"');
const root = placeOf("platform.ts", "routing: route(");

function lineOf(path: string, text: string): number {
  return (shopFiles[path] ?? "").split("\n").findIndex((line) => line.includes(text)) + 1;
}

describe("alerting configuration: what is refused, and where", () => {
  test.each<[string, Changes, ...unknown[]]>([
    [
      "a receiver that is not there",
      { [config]: replace("receiver: backlog", "receiver: backlock") },
      problemAt("out/alertmanager/alertmanager.yml:1", '"backlock"', "(alertmanager-config)"),
    ],
    [
      "two receivers of one name",
      { [config]: replace("- name: copies", "- name: pager") },
      problemAt(pager, "out/alertmanager/alertmanager.yml: ", '"pager" is not unique'),
    ],
    [
      "an unknown key of a receiver",
      { [config]: replace("routing_key_file", "routing_kee_file") },
      problemAt(pager, "out/alertmanager/alertmanager.yml:", "routing_kee_file"),
    ],
    [
      "an unknown key of a route",
      { [config]: replace("continue: true", "continues: true") },
      problemAt(root, "out/alertmanager/alertmanager.yml:", "continues"),
    ],
    [
      "a matcher that only the lax parser takes",
      { [config]: replace('severity="critical"', "severity=critical high") },
      problemAt("out/alertmanager/alertmanager.yml:1", "high"),
    ],
    [
      "an unknown function in a template",
      { [templates]: replace("toUpper", "toUper") },
      problemAt(`out/${templates}:${lineOf(templates, "toUpper")}`, "toUper"),
    ],
  ])("%s", async (_what, changes, ...expected) => {
    expect(await problemsOf(alertmanagerConfig, changes)).toEqual(expected);
  });
});

describe("texts of notifications: what is refused, and where", () => {
  const title = `title: '{{ template "signalbox.slack_title" . }}'`;
  test.each<[string, Changes, ...unknown[]]>([
    [
      "a template that is not there",
      { [config]: replace(title, `title: '{{ template "signalbox.titel" . }}'`) },
      ...["one firing alert", "one resolved alert", "several alerts"].map((what) =>
        problemAt(
          pager,
          `slack_configs[0].title of receiver "pager" cannot be rendered for ${what}: `,
          '"signalbox.titel" not defined',
        ),
      ),
    ],
    [
      "a text that is no template",
      { [config]: replace(title, `title: '{{ .CommonLabels '`) },
      ...["one firing alert", "one resolved alert", "several alerts"].map((what) =>
        problemAt(pager, "slack_configs[0].title", what, "unclosed action"),
      ),
    ],
    [
      "a title that says nothing when an alert is resolved",
      { [config]: replace(title, `title: '{{ if .Alerts.Firing }}Fire{{ end }}'`) },
      problemAt(pager, "slack_configs[0].title", "is empty for one resolved alert"),
    ],
    [
      "a detail that never says anything",
      { [config]: replace(`"{{ .CommonLabels.component }}"`, `"{{ .CommonLabels.compoment }}"`) },
      problemAt(pager, "pagerduty_configs[0].component", "is always empty"),
    ],
    [
      "a page that is wrong",
      { [config]: replace(`{{ template "signalbox.email_html" . }}`, "<p>{{ .Foo }}</p>") },
      ...["one firing alert", "one resolved alert", "several alerts"].map((what) =>
        problemAt(placeOf("platform.ts", 'receiver("backlog"'), "email_configs[0].html", what, "Foo"),
      ),
    ],
    [
      "a text that is longer than is accepted",
      {
        [config]: replace(
          `message: '{{ template "signalbox.telegram_html" . }}'`,
          `message: '{{ printf "%4097s" .Receiver }}'`,
        ),
      },
      ...["one firing alert", "one resolved alert", "several alerts"].map((what) =>
        problemAt(
          placeOf("platform.ts", 'receiver("copies"'),
          "telegram_configs[0].message",
          `has 4097 characters for ${what}, and at most 4096 are accepted`,
        ),
      ),
    ],
    [
      "a value that is not there",
      { [config]: replace(title, `title: '{{ with .Alerts }}<no value>{{ end }}'`) },
      ...["one firing alert", "one resolved alert", "several alerts"].map((what) =>
        problemAt(pager, "slack_configs[0].title", "renders as <no value> for ", what),
      ),
    ],
  ])("%s", async (_what, changes, ...expected) => {
    expect(await problemsOf(notificationTexts, changes)).toEqual(expected);
  });
});

describe("routing of every alert", () => {
  test("a wrong receiver is reported for every alert that goes there", async () => {
    const wrong = replace("receiver: pager", "receiver: unrouted");
    expect(await problemsOf(alertRouting, { [config]: wrong })).toEqual(
      ["ShopDown", "ShopUnhealthy"].map((name) =>
        problemAt(
          placeOf("rules.ts", `export const ${name}`),
          `alert "${name}" goes to copies,unrouted, but the definitions send it to copies,pager (alert-routing)`,
        ),
      ),
    );
  });
  test("a receiver that gets nothing any more is reported too", async () => {
    const silent = replace("\n      continue: true", "");
    const problems = await problemsOf(alertRouting, { [config]: silent });
    expect(
      problems.map((problem) => /goes to (.*), but the definitions send it to (\S+)/.exec(problem)?.slice(1)),
    ).toEqual([
      ["copies", "copies,pager"],
      ["copies", "copies,pager"],
      ["copies", "copies,backlog"],
      ["copies", "copies,backlog"],
    ]);
  });
});
