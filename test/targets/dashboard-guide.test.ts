import { writtenAs } from "../promql/of-text.ts";
import { expect, test } from "vitest";
import { dashboardGuide } from "../../generators/targets/docs/dashboard-guide.ts";
import { dashboard, panel } from "./small-dashboard.ts";
import { oddModel } from "./odd-guide.ts";
import { place, smallModel } from "./small-model.ts";
import { alertModel, analysisOf, gaugeSeries } from "./small-rules.ts";

const items = gaugeSeries("shop_items", { help: "Items." });

test("without dashboards there is no page", () => {
  expect(dashboardGuide(smallModel())).toEqual({});
});

test("choices, marks, rows and alerts: the whole page", () => {
  const shop = dashboard([], {
    refresh: "30s",
    variables: [
      {
        name: "instance",
        title: "Instance",
        query: "label_values(up, instance)",
        selector: 'up{job="shop"}',
        analysis: analysisOf(),
        label: "instance",
        multiple: true,
        all: "anything",
        first: undefined,
        order: "rising",
        matching: undefined,
        hidden: false,
        place,
      },
      {
        name: "kind",
        title: "Kind",
        query: "",
        selector: "shop_items",
        analysis: analysisOf(),
        label: "kind",
        multiple: false,
        all: false,
        first: undefined,
        order: "rising",
        matching: undefined,
        hidden: false,
        place,
      },
    ],
    annotations: [
      {
        name: "Starts",
        node: writtenAs("up"),
        expr: "up",
        analysis: analysisOf(),
        interval: undefined,
        color: "blue",
        text: "started",
        textMistake: undefined,
        place,
      },
    ],
    rows: [
      {
        id: 1,
        title: "Now",
        collapsed: false,
        repeatFor: undefined,
        y: 0,
        panels: [panel(items, { alerts: [alertModel()] }), panel(items)],
      },
      {
        id: 4,
        title: "Before",
        collapsed: true,
        repeatFor: undefined,
        y: 9,
        panels: [panel(items, { type: "text", title: "Words" })],
      },
      { id: 6, title: "", collapsed: false, repeatFor: undefined, y: 9, panels: [panel(items)] },
      { id: 7, title: "Nothing", collapsed: false, repeatFor: undefined, y: 9, panels: [] },
    ],
  });
  expect(dashboardGuide(smallModel({ dashboards: [shop] }))["docs/dashboards.md"])
    .toBe(`<!-- Generated from definitions/services/shop/shop.ts by "signalbox build": edit there, not here. -->

# Dashboards

What Grafana shows. The dashboards come from files: changes made in Grafana are not kept.

| dashboard | folder | what it is for |
| --- | --- | --- |
| [Shop](<#shop>) | Shop | How the shop does. |

## Shop

How the shop does.

- [Open it in Grafana](<http://localhost:3000/d/shop>), or find it in the folder Shop
- uid: \`shop\`
- Shows the last 1h at first, and refreshes every 30s
- Variable Instance (\`$instance\`): the values of the label \`instance\` of \`up{job="shop"}\`, one or several at a time
- Variable Kind (\`$kind\`): the values of the label \`kind\` of \`shop_items\`
- Marks in blue on the time axis: Starts

**Now**

| panel | type | what it shows | alerts drawn in |
| --- | --- | --- | --- |
| shop_items | time series | Items. | [ShopDown](<alerts/ShopDown.md>) |
| shop_items | time series | Items. |  |

**Before** (collapsed)

| panel | type | what it shows |
| --- | --- | --- |
| Words | text | Items. |

| panel | type | what it shows |
| --- | --- | --- |
| shop_items | time series | Items. |

[The monitoring guide](<MONITORING.md>)
`);
});

test("dashboards of one title, and one that is called like the page, are told apart", () => {
  const page = dashboardGuide(oddModel())["docs/dashboards.md"] ?? "";
  const targets = [...page.matchAll(/\(<(#[^>]*)>\)/g)].map(([, target]) => target);
  expect(targets).toEqual(["#a--b-_c_-d-ef-g-amp--1-h", "#a--b-_c_-d-ef-g-amp--1-h-1", "#dashboards-1"]);
});
