// How soon somebody is notified, of plain files: a route and a rule may both change it.
import { expect, test } from "vitest";
import { comparisonOf } from "../../generators/review/comparison.ts";
import { reviewText } from "../../generators/review/layout/text.ts";
import { versionOfFiles } from "../../generators/review/plain/version-of-files.ts";
import { reviewOf } from "../../generators/review/review.ts";
import { alertmanager, before, withRules, type Files } from "./plain-shop.ts";

const version = (files: Files) =>
  versionOfFiles(Object.entries(files).map(([path, text]) => ({ path, text })));

function said(changed: Files, base: Files = before): string {
  const review = reviewOf(comparisonOf(version(base), version({ ...before, ...changed })));
  return reviewText({ ...review, accepted: [], lapsed: [] });
}

const route = (from: string, to: string): Files => ({ "alertmanager.yml": alertmanager.replace(from, to) });

test("seconds of a clock are no consequence", () => {
  const seconds = "No consequence: notified some seconds sooner or later";
  expect(said(route("group_wait: 10s", "group_wait: 30s"))).toBe(`${seconds} (1: ManyErrors).\n`);
  expect(said(route("group_by: [alertname]", "group_by: [alertname]\n  group_wait: 40s"))).toBe(
    `${seconds} (1: QueueLong).\n`,
  );
});

test("minutes are, as the same sentence of all alerts of a route", () => {
  expect(said(route("group_wait: 10s", "group_wait: 5m"))).toBe(`1 alert is sent otherwise.

ManyErrors                                                      rules/shop.yml:7
  when   notified 4 min 50 s later at the latest
`);
  const both = alertmanager
    .replace("group_wait: 10s", "group_wait: 70s")
    .replace("group_by: [alertname]", "group_by: [alertname]\n  group_wait: 90s");
  expect(said({ "alertmanager.yml": both })).toBe(`2 alerts are sent otherwise.

ManyErrors, QueueLong
  when   notified 1 min later at the latest
`);
});

test("somebody who waits longer is named, though another is notified as soon as before", () => {
  const archived = (wait: string): Files => ({
    "alertmanager.yml": `route:
  receiver: team
  routes:
    - { receiver: archive, group_wait: 0s, continue: true }
    - { receiver: on-call, matchers: ['severity="critical"'], group_wait: ${wait} }
receivers: [{ name: team }, { name: archive }, { name: on-call }]
`,
  });
  expect(said(archived("3m"), { ...before, ...archived("10s") })).toBe(`1 alert is sent otherwise.

ManyErrors                                                      rules/shop.yml:7
  when   on-call is notified 2 min 50 s later at the latest
`);
});

test("of a rule that must hold for another time it is said once how much later that is", () => {
  expect(said(withRules("for: 5m", "for: 15m"))).toBe(`1 alert fires 10 min later.
Look first at: ManyErrors (fires later)

ManyErrors                                                      rules/shop.yml:7
  when   must hold for 15 min, was 5 min: fires 10 min later
         notified at the latest after 15 min 40 s, was 5 min 40 s
`);
});

test("what a route does to several alerts stands once, behind what is said of each", () => {
  const to = (again: string): Files => ({
    "alertmanager.yml": `route: { receiver: team, repeat_interval: ${again} }\nreceivers: [{ name: team }]\n`,
  });
  const base = { ...before, ...to("4h") };
  const team = "team: again after 8 h 5 min, was 4 h 5 min   [routing tables]";
  expect(said({ ...to("8h"), ...withRules("> 100", "> 200") }, base))
    .toBe(`1 alert fires less, 2 are sent otherwise.
Look first at: QueueLong (fires less)

QueueLong                                                       rules/shop.yml:12
  when   above 200, was 100: it fires less   [order]

QueueLong, ManyErrors
  who    ${team}
`);
});
