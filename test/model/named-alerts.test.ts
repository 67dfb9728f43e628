import { alert, type AlertDefinition } from "signalbox";
import { expect, test } from "vitest";
import { namedAlerts } from "../../generators/model/named-alerts.ts";
import { critical, low } from "../checks/small-platform.ts";
import { orderRate, plainWords, shop } from "../checks/small-shop.ts";

const words = { ...plainWords, severity: low, expr: orderRate.gt(5) };
const Few = alert(words);
const Many = alert({ ...words, severity: critical });
const ManyLow = alert({ ...words, named: "Many" });
const Down = alert({ ...words, named: "Off", component: "door", labels: { area: "eu", at: "{{ $value }}" } });
const DownToo = alert({
  ...words,
  named: "Off",
  component: "till",
  labels: { area: "us", at: "{{ $value }}" },
});
const elsewhere = alert({ ...words, named: "Off", component: "till" });
const alerts = namedAlerts([
  { ...shop, name: "shop", alerts: { Few, Many, ManyLow, Down, DownToo }, slos: {} },
  { ...shop, name: "till", alerts: { elsewhere }, slos: {} },
]);

test.each<[string, AlertDefinition[], object]>([
  ["one that is alone in its name", [Few], { alertname: "Few" }],
  ["one of two severities", [Many], { alertname: "Many", severity: critical }],
  ["both", [Many, ManyLow], { alertname: "Many", severity: [critical, low] }],
  [
    "one beside one that is alone, whose severity it lets through too",
    [Many, Few],
    { alertname: ["Many", "Few"], severity: [critical, low] },
  ],
  [
    "one of several services and components, but for what is filled in, and for labels that others lack",
    [Down],
    { alertname: "Off", service: "shop", labels: { area: "eu", component: "door" } },
  ],
  [
    "one that lacks a label",
    [elsewhere],
    { alertname: "Off", service: "till", labels: { component: "till" } },
  ],
  ["one that no service exports", [alert(words)], { alertname: [] }],
])("a match for %s", (_, meant, expected) => {
  expect(alerts.matching(meant, {})).toEqual(expected);
});

test("what its author says stays", () => {
  const said = { severity: low, labels: { component: "any", team: "sales" } };
  expect(alerts.matching([Down], said)).toEqual({
    alertname: "Off",
    service: "shop",
    severity: low,
    labels: { area: "eu", component: "any", team: "sales" },
  });
});
