import { expect, test } from "vitest";
import { boundsOf, wrongIn } from "./expected-text.ts";
import { wrongLabels } from "./expected-labels.ts";
import { model } from "../example-model.ts";

const labels = { instance: "a:1", job: "b" };

function alertNamed(name: string) {
  const alert = model.alerts.find((one) => one.name === name);
  const scenario = alert?.scenarios[0];
  if (!alert || !scenario) throw new Error(`there is no ${name}`);
  return { alert, scenario };
}

/** What a chat would show, with this in the place of the value. */
function textOf(name: string, shown: string): string {
  const { summary = "", description = "", impact = "" } = alertNamed(name).alert.annotations;
  const notified = summary
    .replace(/\{\{ \$labels\.instance \}\}/, "a:1")
    .replace(/\{\{[^}]*\$value[^}]*\}\}/, shown);
  return [`FIRING ${name} (high)`, notified, description, `Impact: ${impact}`].join("\n");
}

test.each([
  ["TicketShopWaitingRoomFull", "510", []],
  ["TicketShopWaitingRoomFull", "509", ["no line: a:1: 510 buyers wait"]],
  ["TicketShopMemoryHigh", "1.05G", []],
  ["TicketShopFailing", "2.2%", []],
  ["TicketShopFailing", "22%", [expect.stringContaining("22% is not within ")]],
  ["TicketShopHealthSlow", "230ms", []],
  ["TicketShopHealthSlow", "900ms", [expect.stringContaining("900ms is not within ")]],
  ["TicketShopPrintingBehind", "10m 27s", []],
  ["TicketShopPrintingBehind", "1h 10m 27s", [expect.stringContaining("1h 10m 27s is not within ")]],
  ["TicketShopHealthSlow", "long", [expect.stringContaining("long is not within ")]],
])("what %s says as %s is compared with its scenario", (name, shown, wrong) => {
  const { alert, scenario } = alertNamed(name);
  expect(wrongIn(textOf(name, shown), alert, labels, boundsOf(alert, scenario))).toEqual(wrong);
});

test("labels are those that were tested, of a target that there is", () => {
  const { alert } = alertNamed("TicketShopWaitingRoomFull");
  const [target] = model.jobs.find(({ name }) => name === "ticket-shop-status")?.targets ?? [];
  const right = {
    ...model.platform.prometheus.externalLabels,
    ...alert.labels,
    alertname: alert.name,
    job: "ticket-shop-status",
    instance: target?.instance ?? "",
  };
  expect(wrongLabels(alert, right, model)).toEqual([]);
  expect(wrongLabels(alert, { ...right, severity: "low", pod: "x", instance: "y" }, model)).toEqual([
    "pod is not expected",
    "severity is low and not medium",
    "no target of ticket-shop-status is y",
  ]);
});
