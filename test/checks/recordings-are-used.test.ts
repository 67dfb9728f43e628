import { alert, annotation, dashboard, everyRecording, promql, row, timeSeries, variable } from "signalbox";
import { recordingNamed as recording } from "../../generators/language/recording.ts";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf, type Parts } from "./small-definitions.ts";
import { dashboardWith, orderPanel, plainWords, sales } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "recordings-are-used";
const problems = (parts: Parts) => problemsOf(id, definitionsWith({ recordings: { perChannel }, ...parts }));

const rate = sales.shop_orders_total.rate("5m");
// nobody reads it
const perChannel = recording("channel:shop_orders:rate5m", rate.sumBy("channel"));
const words = { title: "Shop", description: "Whether people buy.", folder: "Shop", last: "6h" } as const;
const rows = [row("Sales", [orderPanel])];

test("a recording that nothing reads is reported", () => {
  expect(problems({})).toEqual([
    `${at("nobody reads it")}: recording "channel:shop_orders:rate5m" is used by no rule, no panel and no runbook (${id})\n` +
      "  fix: use it, or remove it",
  ]);
});

test("a name that begins like another does not use it", () => {
  const longer = recording("channel:shop_orders:rate5m_again", rate.sumBy("channel"));
  const Many = alert({ ...plainWords, expr: longer.gt(5) });
  expect(problems({ recordings: { perChannel, longer }, alerts: { Many } })).toHaveLength(1);
});

test("of two of one name only what is read is used", () => {
  const [web, phone] = ["web", "phone"].map((tier) =>
    recording("channel:shop_orders:rate5m", rate.sumBy("channel"), { labels: { tier } }),
  );
  if (!web || !phone) throw new Error("there are two");
  const Many = alert({ ...plainWords, expr: web.gt(5) });
  const parts = { recordings: { perChannel: undefined, web, phone }, alerts: { Many } };
  expect(problems(parts)).toEqual([
    expect.stringContaining('recording "channel:shop_orders:rate5m.phone" is used by no rule'),
  ]);
  expect(
    problems({
      ...parts,
      alerts: { Many, All: alert({ ...plainWords, expr: everyRecording(web, phone).gt(5) }) },
    }),
  ).toEqual([]);
});

test.each<[string, Parts]>([
  ["an alert", { alerts: { Many: alert({ ...plainWords, expr: perChannel.gt(5) }) } }],
  ["an alert in text", { alerts: { Many: alert({ ...plainWords, expr: promql`${perChannel} > 5` }) } }],
  [
    "a panel",
    {
      dashboards: {
        more: dashboardWith(timeSeries({ title: "A", description: "B", queries: [perChannel] })),
      },
    },
  ],
  [
    "an annotation",
    {
      dashboards: {
        more: dashboard("shop-marks", {
          ...words,
          annotations: [annotation("rush", { expr: perChannel.gt(5), color: "red", text: "rush" })],
          rows,
        }),
      },
    },
  ],
  [
    "the choices of a dashboard",
    {
      dashboards: {
        more: dashboard("shop-choices", {
          ...words,
          variables: [variable("channel", { title: "Channel", of: perChannel, label: "channel" })],
          rows,
        }),
      },
    },
  ],
])("%s uses it", (_, parts) => {
  expect(problems(parts)).toEqual([]);
});

test("of a chain only the last is unused", () => {
  const total = recording("job:shop_orders:rate5m", perChannel.sum());
  expect(problems({ recordings: { perChannel, total } })).toEqual([
    expect.stringContaining('recording "job:shop_orders:rate5m" is used by no rule'),
  ]);
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "the yearly report reads it" };
  const kept = recording("channel:shop_orders:rate5m", rate.sumBy("channel"), { allow });
  expect(problems({ recordings: { perChannel: kept } })).toEqual([]);
});
