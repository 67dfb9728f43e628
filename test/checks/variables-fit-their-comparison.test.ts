import { dashboard, promql, row, timeSeries, variable, type Dashboard } from "signalbox";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { sales } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "variables-fit-their-comparison";
const orders = sales.shop_orders_total;
const several = variable("channel", { title: "Channel", of: orders, label: "channel" });
const one = variable("channel", { title: "Channel", of: orders, label: "channel", multiple: false });
const words = { title: "Orders", description: "For a test." };
const frame = { description: "For a test.", folder: "Shop", last: "6h" } as const;

function problems(...dashboards: readonly Dashboard[]): string[] {
  return problemsOf(
    id,
    definitionsWith({ dashboards: Object.fromEntries(dashboards.map((made) => [made.uid, made])) }),
  );
}

function shown(chosen: typeof several, expr: ReturnType<typeof promql>): Dashboard {
  return dashboard("shop-more", {
    ...frame,
    title: "More of the shop",
    variables: [chosen],
    rows: [row("More", [timeSeries({ ...words, queries: [expr] })])],
  });
}

test("several values compared with = are reported, where the text is, with what to write", () => {
  // several
  const expr = promql`sum(rate(shop_orders_total{job="shop-api", channel="$channel"}[5m]))`;
  expect(problems(shown(several, expr))).toEqual([
    `${at("several")}: panel "Orders": channel="$channel" compares with one value, but several of "Channel" can be chosen, and all (${id})\n` +
      '  fix: write channel=~"$channel", or let one be chosen: multiple: false',
  ]);
  const negated = promql`sum(rate(shop_orders_total{job="shop-api", channel!="\${channel}"}[5m]))`;
  expect(problems(shown(several, negated))[0]).toContain('write channel!~"${channel}"');
});

test("one value or all compared with =, and several that are never all", () => {
  const options = { title: "Channel", of: orders, label: "channel" } as const;
  const expr = promql`sum(rate(shop_orders_total{job="shop-api", channel="$channel"}[5m]))`;
  const oneOrAll = variable("channel", { ...options, multiple: false, all: "some value" });
  const [all] = problems(shown(oneOrAll, expr));
  expect(all).toContain('but all of "Channel" can be chosen (');
  expect(all).toContain('fix: write channel=~"$channel", or leave All out: all: false');
  const [some] = problems(shown(variable("channel", { ...options, all: false }), expr));
  expect(some).toContain('but several of "Channel" can be chosen (');
});

test("one value in a pattern is reported, unless Grafana is told to escape it", () => {
  // raw
  const raw = promql`sum(rate(shop_orders_total{job="shop-api", channel=~"$channel|phone"}[5m]))`;
  expect(problems(shown(one, raw))).toEqual([
    `${at("raw")}: panel "Orders": channel=~"$channel|phone" has the one value of "Channel" in a pattern, where its dots and brackets are not meant (${id})\n` +
      "  fix: write ${channel:regex}, which escapes them",
  ]);
  const escaped = promql`sum(rate(shop_orders_total{job="shop-api", channel=~"\${channel:regex}|phone"}[5m]))`;
  expect(problems(shown(one, escaped))).toEqual([]);
});

test("nothing is reported of what suits: several in a pattern, one by itself, another variable of a similar name", () => {
  const pattern = promql`sum(rate(shop_orders_total{job="shop-api", channel=~"$channel"}[5m]))`;
  expect(problems(shown(several, pattern))).toEqual([]);
  // Becomes an = by itself.
  expect(problems(shown(one, pattern))).toEqual([]);
  const other = promql`sum(rate(shop_orders_total{job="shop-api", channel="$channels"}[5m]))`;
  expect(problems(shown(several, other))).toEqual([]);
});

test("a link that takes several values to a dashboard where one can be chosen is reported, and no other", () => {
  const to = (uid: string, chosen: typeof several, url?: string): Dashboard =>
    dashboard(uid, {
      ...frame,
      title: uid,
      variables: [chosen],
      links: url === undefined ? [] : [{ title: "There", url }],
      rows: [row("More", [timeSeries({ ...words, queries: [orders.rate("5m")] })])],
    });
  expect(problems(to("here", several, "/d/there"), to("there", one))).toEqual([
    expect.stringContaining(
      'dashboard "here": its link "There" takes the chosen values of "channel" along, of which there may be several or all, to a dashboard where one can be chosen',
    ),
  ]);
  expect(problems(to("here", one, "/d/there"), to("there", several))).toEqual([]);
  expect(problems(to("here", several, "/d/there-too"), to("there", one))).toEqual([]);
});
