import { describe, expect, test } from "vitest";
import { alertCards } from "../../generators/outputs/alert-cards.ts";
import type { AlertModel } from "../../generators/model/rule-model.ts";
import type { Model } from "../../generators/model/model.ts";
import { provenModel } from "../../generators/proof/proven-model.ts";
import { dashboard, panel } from "./small-dashboard.ts";
import { smallModel, smallPlatform, smallStack } from "./small-model.ts";
import { alertModel, analysisOf, gaugeSeries, recording } from "./small-rules.ts";

/** The card of one alert. */
function card(parts: Partial<AlertModel> = {}, model: Partial<Model> = {}): string {
  return (
    alertCards(provenModel(smallModel({ alerts: [alertModel(parts)], ...model })))[
      "docs/alerts/ShopDown.md"
    ] ?? ""
  );
}

/** What stands below a heading, up to the next. */
function section(page: string, title: string): string | undefined {
  return page
    .split(/^#+ /m)
    .find((part) => part.startsWith(`${title}\n\n`))
    ?.slice(title.length + 2)
    .trimEnd();
}

test("no alert, no card", () => {
  expect(alertCards(provenModel(smallModel()))).toEqual({});
});

test("one alert: the whole card, what it means and what to do before what it is made of", () => {
  expect(alertCards(provenModel(smallModel({ alerts: [alertModel()] })))).toEqual({
    "docs/alerts/ShopDown.md": `<!-- Generated from definitions/services/shop/shop.ts by "npm run build": edit there, not here. -->

# ShopDown

The shop on *instance* is down

| severity | response | service | component |
| --- | --- | --- | --- |
| **critical** | within 5 minutes, day and night | \`shop\` | \`api\` |

## What it means

It has not answered for 1m.

## Impact

Nobody can buy.

## First actions

1. Restart it.

## Expression

\`\`\`promql
up{job="shop"} == 0
\`\`\`

It fires when this has held for 1m, until it no longer holds.

## Labels

| label | value |
| --- | --- |
| \`severity\` | \`critical\` |
| \`service\` | \`shop\` |
| \`component\` | \`api\` |

## Dashboards

No dashboard shows what this alert looks at.

[All alerts](<README.md>)
`,
  });
});

test("actions are numbered, keep their code, and further lines stay in their item", () => {
  const actions = [
    "Look at `docker compose logs shop`.",
    "Restart it:\n*not* before lunch.",
    "Call {{ $labels.owner }}.",
  ] as const;
  expect(section(card({ actions }), "First actions")).toBe(`1. Look at \`docker compose logs shop\`.
2. Restart it:
   \\*not\\* before lunch.
3. Call *owner*.`);
});

describe("when it fires", () => {
  test.each<[Partial<AlertModel>, string]>([
    [{ for: "0m", forMs: 0 }, "It fires as soon as this holds, until it no longer holds."],
    [{ keepFiringFor: "10m" }, "It fires when this has held for 1m, until 10m after it no longer holds."],
  ])("%o", (parts, sentence) => {
    expect(section(card(parts), "Expression")).toBe(
      `\`\`\`promql\nup{job="shop"} == 0\n\`\`\`\n\n${sentence}`,
    );
  });
});

test("a label's value is shown as it stands, bars and backticks too", () => {
  const page = card({ labels: { path: "a|b", quote: 'say "`no`"' } });
  expect(section(page, "Labels")).toBe(`| label | value |
| --- | --- |
| \`path\` | \`a\\|b\` |
| \`quote\` | \`\`say "\`no\`"\`\` |`);
});

describe("dashboards", () => {
  const stock = gaugeSeries("shop_stock_items");
  const linked = (model: Partial<Model>) =>
    section(card({ analysis: analysisOf(stock) }, model), "Dashboards");

  test("those of which a panel shows a metric of the alert, in the order of the model", () => {
    const dashboards = [
      dashboard([panel(gaugeSeries("other")), panel(stock)], { uid: "z", title: "Stock [all]" }),
      dashboard([panel(gaugeSeries("other"))], { uid: "no" }),
      dashboard([panel(stock)], { uid: "a", title: "Overview" }),
    ];
    expect(linked({ dashboards })).toContain(`- [Stock \\[all\\]](<http://localhost:3000/d/z>)
- [Overview](<http://localhost:3000/d/a>)
`);
    expect(linked({ dashboards })).not.toContain("/d/no");
  });

  test("a metric of the same name of another job is another metric", () => {
    const other = panel(gaugeSeries("shop_stock_items", { job: "warehouse" }));
    expect(linked({ dashboards: [dashboard([other])] })).toContain("No dashboard shows");
  });

  test("the buckets and the count of one histogram are one metric", () => {
    const histogram = (part: string) => gaugeSeries(`shop_seconds_${part}`, { metric: "shop_seconds" });
    const page = card(
      { analysis: analysisOf(histogram("bucket")) },
      { dashboards: [dashboard([panel(histogram("count"))])] },
    );
    expect(section(page, "Dashboards")).toContain("- [Shop](<http://localhost:3000/d/shop>)");
  });

  test("a recording is followed to the metrics that it is made of", () => {
    const name = "job:shop_stock_items:max";
    const recordings = [recording({ name, analysis: analysisOf(stock) })];
    const analysis = analysisOf(gaugeSeries(name, { type: "recorded", job: undefined }));
    const page = card({ analysis }, { recordings, dashboards: [dashboard([panel(stock)])] });
    expect(section(page, "Dashboards")).toContain("- [Shop](<http://localhost:3000/d/shop>)");
  });

  test("Grafana's address may end with a slash, or have a path", () => {
    const externalUrls = { ...smallStack().externalUrls, grafana: "https://example.org/grafana/" } as const;
    const platform = smallPlatform({ stack: smallStack({ externalUrls }) });
    expect(linked({ platform, dashboards: [dashboard([panel(stock)])] })).toContain(
      "(<https://example.org/grafana/d/shop>)",
    );
  });
});
