import { describe, expect, test } from "vitest";
import type { Model } from "../../generators/model/model.ts";
import { card, section } from "./small-card.ts";
import { dashboard, panel } from "./small-dashboard.ts";
import { externalUrls, smallPlatform } from "./small-model.ts";
import { alertModel, analysisOf, gaugeSeries, recording } from "./small-rules.ts";
import { sloModel } from "./small-slo.ts";

describe("dashboards", () => {
  const stock = gaugeSeries("shop_stock_items");
  const linked = (model: Partial<Model>) =>
    section(card({ analysis: analysisOf(stock) }, model), "Dashboards");

  const other = panel(gaugeSeries("other"));
  const drawing = (id: number) => panel(stock, { id, title: `P${id}`, alerts: [alertModel()] });
  const plain = (id: number) => panel(stock, { id, title: `P${id}` });
  const linkTo = (uid: string, id: number) => `[P${id}](<http://localhost:3000/d/${uid}?viewPanel=${id}>)`;

  test("those of which a panel shows a metric of the alert, in the order of the model", () => {
    const dashboards = [
      dashboard([other, panel(stock)], { uid: "z", title: "Stock [all]" }),
      dashboard([other], { uid: "no" }),
      dashboard([panel(stock, { id: 7, title: "" })], { uid: "a", title: "Overview" }),
    ];
    expect(linked({ dashboards }))
      .toBe(`- [Stock \\[all\\]](<http://localhost:3000/d/z>): [shop_stock_items](<http://localhost:3000/d/z?viewPanel=2>)
- [Overview](<http://localhost:3000/d/a>): [panel 7](<http://localhost:3000/d/a?viewPanel=7>)`);
  });

  test("those that draw the threshold stand first, and all others are folded", () => {
    const dashboards = [
      dashboard([plain(1), drawing(2)], { uid: "a", title: "A" }),
      dashboard([plain(3)], { uid: "b", title: "B" }),
    ];
    expect(linked({ dashboards })).toBe(`- [A](<http://localhost:3000/d/a>): ${linkTo("a", 2)}

The threshold is drawn in.

<details>
<summary>2 more of the same series</summary>

- [A](<http://localhost:3000/d/a>): ${linkTo("a", 1)}
- [B](<http://localhost:3000/d/b>): ${linkTo("b", 3)}

</details>`);
  });

  test("where none draws it, the first four stand first", () => {
    const panels = [1, 2, 3, 4, 5].map(plain);
    const text = linked({ dashboards: [dashboard(panels, { uid: "a", title: "A" })] }) ?? "";
    const [shown = "", folded = ""] = text.split("<details>");
    expect(shown).toContain([1, 2, 3, 4].map((id) => linkTo("a", id)).join(", "));
    expect(folded).toContain(`: ${linkTo("a", 5)}\n`);
    expect(text).not.toContain("drawn in");
  });

  test("panels of an objective are on the cards of its own alerts, and where they draw the threshold", () => {
    const page = (id: number) => dashboard([plain(id), plain(2)], { uid: "slos", title: "SLOs" });
    const shop = sloModel({ dashboard: "slos", row: page(1).rows[0]?.title ?? "" });
    const linkedWith = (alerts: readonly string[]) =>
      linked({ dashboards: [page(1)], slos: [{ ...shop, alerts }] });
    expect(linkedWith(["Other"])).toBe("No dashboard shows what this alert is based on.");
    expect(linkedWith(["ShopDown"])).toContain(linkTo("slos", 1));
    const elsewhere = { ...shop, alerts: ["ShopDown"], row: "another row" };
    expect(linked({ dashboards: [page(1)], slos: [elsewhere] })).toContain("No dashboard shows");
    const drawn = dashboard([drawing(1), plain(2)], { uid: "slos", title: "SLOs" });
    expect(linked({ dashboards: [drawn], slos: [{ ...shop, alerts: [] }] })).toBe(
      `- [SLOs](<http://localhost:3000/d/slos>): ${linkTo("slos", 1)}\n\nThe threshold is drawn in.`,
    );
  });

  test("a metric of the same name of another job is another metric", () => {
    const other = panel(gaugeSeries("shop_stock_items", { job: "warehouse" }));
    expect(linked({ dashboards: [dashboard([other])] })).toContain("No dashboard shows");
  });

  test("of a histogram the sum shows what the buckets do, and the count does not: how many is not how large", () => {
    const histogram = (part: string) => gaugeSeries(`shop_seconds_${part}`, { metric: "shop_seconds" });
    const analysis = analysisOf(histogram("bucket"));
    const dashboardsWith = (part: string) =>
      section(card({ analysis }, { dashboards: [dashboard([panel(histogram(part))])] }), "Dashboards");
    expect(dashboardsWith("sum")).toContain("- [Shop](<http://localhost:3000/d/shop>)");
    expect(dashboardsWith("count")).toContain("No dashboard shows");
  });

  test("a recording is followed to the metrics that it is made of", () => {
    const name = "job:shop_stock_items:max";
    const recordings = [recording({ name, analysis: analysisOf(stock) })];
    const analysis = analysisOf(gaugeSeries(name, { type: "recorded", job: undefined }));
    const page = card({ analysis }, { recordings, dashboards: [dashboard([panel(stock)])] });
    expect(section(page, "Dashboards")).toContain("- [Shop](<http://localhost:3000/d/shop>)");
  });

  test("Grafana's address may end with a slash, or have a path", () => {
    const moved = { ...externalUrls, grafana: "https://example.org/grafana/" } as const;
    const platform = smallPlatform({ externalUrls: moved });
    expect(linked({ platform, dashboards: [dashboard([panel(stock)])] })).toContain(
      "(<https://example.org/grafana/d/shop>)",
    );
  });
});

describe("panels that first actions name", () => {
  const stock = gaugeSeries("shop_stock_items");
  const other = gaugeSeries("other");
  const actions = ["The panel Errors says where."] as const;
  const linkedTo = (model: Partial<Model>) =>
    section(card({ analysis: analysisOf(stock), actions }, model), "First actions");
  const errors = (id: number) => panel(other, { id, title: "Errors" });

  test("are linked, on the dashboard that the card lists first", () => {
    const dashboards = [
      dashboard([errors(1)], { uid: "a", title: "A" }),
      dashboard([errors(2), panel(stock, { alerts: [alertModel()] })], { uid: "b", title: "B" }),
    ];
    expect(linkedTo({ dashboards })).toBe(
      "1. The panel [Errors](<http://localhost:3000/d/b?viewPanel=2>) says where.",
    );
  });

  test("of an objective are those of its own row", () => {
    const rows = ["Theirs", "Ours"].map((title, index) => ({
      id: index + 10,
      title,
      collapsed: false,
      repeatFor: undefined,
      y: 0,
      panels: [errors(index)],
    }));
    const slos = [
      sloModel({ dashboard: "slos", row: "Ours" }),
      sloModel({ dashboard: "slos", row: "Theirs", alerts: [] }),
    ];
    const dashboards = [dashboard([], { uid: "slos", title: "SLOs", rows })];
    expect(linkedTo({ dashboards, slos })).toBe(
      "1. The panel [Errors](<http://localhost:3000/d/slos?viewPanel=1>) says where.",
    );
  });
});
