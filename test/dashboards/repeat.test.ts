import { dashboard, rawPanel, row, text, timeSeries, variable, type Dashboard } from "signalbox";
import { expect, test } from "vitest";
import { compile } from "../../generators/compile.ts";
import { definitionsWith, problemsOf } from "../checks/small-definitions.ts";
import { orderRate, sales } from "../checks/small-shop.ts";

const words = { title: "Orders of $channel", description: "Orders per second." };
const rate = sales.shop_orders_total.rate("$__rate_interval").sumBy("channel");
const channel = variable("channel", { title: "Channel", of: sales.shop_orders_total, label: "channel" });
const other = variable("chanel", { title: "Channel", of: sales.shop_orders_total, label: "channel" });

function page(rows: Dashboard["rows"]): Dashboard {
  const about = { title: "Channels", description: "How people order.", folder: "Shop", last: "6h" } as const;
  return dashboard("shop-more", { ...about, variables: [channel], rows });
}

/** The panels and rows of a dashboard as they stand in its file, and its page. */
function built(rows: Dashboard["rows"]) {
  const { files, problems } = compile(definitionsWith({ dashboards: { more: page(rows) } }));
  expect(problems).toEqual([]);
  const file: { panels: Record<string, unknown>[] } = JSON.parse(
    files["grafana/dashboards/Shop/shop-more.json"] ?? "",
  );
  return { panels: file.panels, guide: files["docs/dashboards.md"] ?? "" };
}

test("a panel is there for each value that is chosen, beside each other and narrowed to it", () => {
  const { panels } = built([
    row("Orders", [timeSeries({ ...words, queries: [rate], repeat: { for: channel } })]),
  ]);
  expect(panels[1]).toMatchObject({
    title: "Orders of $channel",
    repeat: "channel",
    repeatDirection: "h",
    maxPerRow: 4,
    targets: [{ expr: expect.stringContaining('channel=~"$channel"') }],
  });
});

test("or as many in a line as its author wants, or below each other", () => {
  const wide = timeSeries({ ...words, queries: [rate], repeat: { for: channel, perRow: 2 } });
  const high = timeSeries({ ...words, queries: [rate], repeat: { for: channel, direction: "down" } });
  const { panels } = built([row("Orders", [wide, high])]);
  expect(panels[1]).toMatchObject({ repeatDirection: "h", maxPerRow: 2 });
  expect(panels[2]).toMatchObject({ repeat: "channel", repeatDirection: "v" });
  expect(panels[2]).not.toHaveProperty("maxPerRow");
});

test("so are a text, a panel of JSON and a row", () => {
  const repeat = { for: channel };
  const note = text({ ...words, markdown: "Call **$channel**.", repeat });
  const raw = rawPanel({
    ...words,
    reason: "No word draws it.",
    json: { type: "histogram" },
    queries: [orderRate],
    repeat,
  });
  const { panels } = built([row("Channel $channel", [note, raw], { repeatFor: channel })]);
  expect(panels.map((panel) => panel["repeat"])).toEqual(["channel", "channel", "channel"]);
});

test("what is there once says nothing of it", () => {
  const { panels } = built([row("Orders", [timeSeries({ ...words, queries: [rate] })])]);
  for (const key of ["repeat", "repeatDirection", "maxPerRow"]) {
    for (const panel of panels) expect(panel).not.toHaveProperty(key);
  }
});

test("the guide says of what there is one each", () => {
  const panel = timeSeries({ ...words, queries: [rate], repeat: { for: channel } });
  const { guide } = built([row("Orders", [panel], { repeatFor: channel, collapsed: true })]);
  expect(guide).toContain("**Orders** (collapsed), one for each `$channel`");
  expect(guide).toContain("time series, one for each `$channel`");
});

test("a variable that the dashboard does not have is reported", () => {
  const panel = timeSeries({ ...words, queries: [rate], repeat: { for: other } });
  const more = page([row("Orders", [panel], { repeatFor: other })]);
  const problems = problemsOf("variables-are-known", definitionsWith({ dashboards: { more } }));
  const missing =
    "the variable $chanel, which dashboard \"shop-more\" does not have (did you mean 'channel'?)";
  expect(problems).toHaveLength(2);
  expect(problems.join("\n")).toContain(`row "Orders" is repeated for ${missing}`);
  expect(problems.join("\n")).toContain(`panel "Orders of $channel" is repeated for ${missing}`);
});
