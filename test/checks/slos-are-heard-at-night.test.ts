import { alert, percent, ratioOf, slo } from "signalbox";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf, type Parts } from "./small-definitions.ts";
import { plainWords, sales } from "./small-shop.ts";
import { longQueue, plainSlo, shopGauges } from "./small-slo.ts";

const at = markedPlaces(import.meta.url);
const id = "slos-are-heard-at-night";
// small slo
const web = slo("web", { ...plainSlo });
const problems = (parts: Parts) => problemsOf(id, definitionsWith({ slos: { web }, ...parts }));
const orders = sales.shop_orders_total;
const phone = orders.where({ channel: "phone" }).rate("5m").sumBy("instance");
const share = ratioOf(phone, orders.rate("5m").sumBy("instance"));
const shown = { ...plainWords, for: "5m" } as const;

test("an SLO below whose least traffic no alert is heard is reported", () => {
  expect(problems({})).toEqual([
    `${at("small slo")}: at half of the 0.5 a second that SLO "web" needs, every third may be bad for an hour, and no alert of shop fires (${id})\n` +
      `  fix: add an alert on the share of what is bad, such as ratioOf(bad, all).gt(percent(10)), or say why nobody has to know: allow: { "${id}": "…" }`,
  ]);
});

test("an alert on the share is heard, if it fires within an hour and for a third", () => {
  expect(problems({ alerts: { Many: alert({ ...shown, expr: share.gt(percent(30)) }) } })).toEqual([]);
  expect(problems({ alerts: { Many: alert({ ...shown, expr: share.gt(percent(40)) }) } })).toHaveLength(1);
  const late = alert({ ...shown, for: "2h", expr: share.gt(percent(30)) });
  expect(problems({ alerts: { Many: late } })).toHaveLength(1);
});

test("an alert that fires whether something is bad or not is not heard as one of what is bad", () => {
  const Few = alert({ ...shown, expr: orders.rate("5m").sumBy("instance").lt(100) });
  expect(problems({ alerts: { Few } })).toHaveLength(1);
});

test("an SLO of time goes on at night, and any other may be silent with a reason", () => {
  const time = slo("web", { ...plainSlo, indicator: longQueue, minimumTraffic: 0.5 });
  expect(problems({ slos: { web: time }, metrics: { shopGauges } })).toEqual([]);
  const allowed = slo("web", { ...plainSlo, allow: { [id]: "nobody buys at night" } });
  expect(problems({ slos: { web: allowed } })).toEqual([]);
});
