import { describe, expect, it } from "vitest";
import type { OwnOptions, PanelModel } from "../../generators/panels/panel-model.ts";
import { panel } from "./small-dashboard.ts";
import {
  neutral,
  orders,
  writtenDataSource,
  writtenHead,
  writtenPanel,
  writtenQuery,
} from "./written-panel.ts";

const [query] = panel(orders).queries;
const queries = query ? [{ ...query, instant: true }] : [];
const columns = { instance: "Server", Value: "Orders" };

describe("the smallest panel of words", () => {
  it("is a table of the columns that its author names, in their order", () => {
    expect(writtenPanel({ type: "table", queries, own: { columns } })).toEqual({
      type: "table",
      ...writtenHead,
      datasource: writtenDataSource,
      targets: [{ ...writtenQuery, format: "table", range: false, instant: true }],
      transformations: [
        { id: "filterFieldsByName", options: { include: { names: ["instance", "Value"] } } },
        {
          id: "organize",
          options: { excludeByName: {}, indexByName: { instance: 0, Value: 1 }, renameByName: columns },
        },
      ],
      options: {
        frameIndex: 0,
        showHeader: true,
        showTypeIcons: false,
        footer: { show: false, reducer: [], countRows: false },
        cellHeight: "sm",
      },
      fieldConfig: {
        defaults: {
          unit: "short",
          thresholds: neutral,
          custom: { align: "auto", inspect: false },
        },
        overrides: [],
      },
    });
  });

  it("is a text, which asks for nothing", () => {
    const markdown = "# The shop\n\nCall the *shop's team*.";
    expect(writtenPanel({ type: "text", queries: [], unit: undefined, own: { markdown } })).toEqual({
      type: "text",
      ...writtenHead,
      options: { mode: "markdown", content: markdown },
    });
  });
});

describe("a panel of queries that may have no data", () => {
  const noValueOf = (...meanings: (string | undefined)[]) => {
    const asked = meanings.flatMap((emptyMeans) => queries.map((one) => ({ ...one, emptyMeans })));
    return writtenPanel({ type: "table", queries: asked, own: { columns } }).fieldConfig?.defaults.noValue;
  };

  it("says what it means that it is empty", () => {
    expect(noValueOf("Nothing fires.")).toBe("Nothing fires.");
    expect(noValueOf("Nothing fires.", "Nothing fires.")).toBe("Nothing fires.");
    expect(noValueOf("Nothing fires.", "Nothing waits.")).toBe("Nothing fires. Nothing waits.");
  });

  it("says nothing where one of them always has data", () => {
    expect(noValueOf("Nothing fires.", undefined)).toBeUndefined();
    expect(noValueOf(undefined)).toBeUndefined();
  });
});

describe("a table", () => {
  it("of several queries joins their lines first", () => {
    const two = queries.flatMap((one) => [one, { ...one, refId: "B" }]);
    const { transformations } = writtenPanel({ type: "table", queries: two, own: { columns } });
    expect(transformations?.map(({ id }) => id)).toEqual(["merge", "filterFieldsByName", "organize"]);
  });

  it("colours its numbers by the thresholds, not its words", () => {
    const thresholds = [
      { value: undefined, color: "green" },
      { value: 5, color: "red" },
    ];
    expect(
      writtenPanel({ type: "table", queries, own: { columns }, thresholds }).fieldConfig?.overrides,
    ).toEqual([
      {
        matcher: { id: "byType", options: "number" },
        properties: [{ id: "custom.cellOptions", value: { type: "color-text" } }],
      },
    ]);
  });

  const overridesOf = (own: OwnOptions<"table">, parts: Partial<PanelModel> = {}) =>
    writtenPanel({ type: "table", queries, ...parts, own }).fieldConfig?.overrides;

  it("has in a column what its author says of it, found by its heading", () => {
    const link = { title: "Its orders", url: "/d/orders?var-server=${__data.fields.Server}", time: true };
    const own = {
      columns: {
        instance: { title: "Server", width: 260, link },
        Value: { title: "Orders", unit: "ratio", decimals: 1 },
      },
    } as const;
    expect(overridesOf(own)).toEqual([
      {
        matcher: { id: "byName", options: "Server" },
        properties: [
          { id: "custom.width", value: 260 },
          {
            id: "links",
            value: [
              {
                title: "Its orders",
                url: "/d/orders?var-server=${__data.fields.Server}&${__url_time_range}",
                targetBlank: false,
              },
            ],
          },
        ],
      },
      {
        matcher: { id: "byName", options: "Orders" },
        properties: [
          { id: "unit", value: "percentunit" },
          { id: "decimals", value: 1 },
        ],
      },
    ]);
  });

  it("renames a column as its heading says, also where more is said of it", () => {
    const own = { columns: { instance: { title: "Server", width: 90 } } };
    expect(writtenPanel({ type: "table", queries, own }).transformations).toContainEqual({
      id: "organize",
      options: { excludeByName: {}, indexByName: { instance: 0 }, renameByName: { instance: "Server" } },
    });
  });

  describe("of several queries", () => {
    const [orderQuery] = queries;
    const asked = orderQuery
      ? [
          orderQuery,
          { ...orderQuery, refId: "B", unit: "ratio" },
          { ...orderQuery, refId: "C", unit: "timestamp" },
        ]
      : [];
    const own = { columns: { "Value #A": "Orders", "Value #B": "Full", "Value #C": "Since" } };

    it("has each in its own unit", () => {
      expect(overridesOf(own, { queries: asked })).toEqual([
        { matcher: { id: "byName", options: "Full" }, properties: [{ id: "unit", value: "percentunit" }] },
        { matcher: { id: "byName", options: "Since" }, properties: [{ id: "unit", value: "dateTimeAsIso" }] },
      ]);
    });

    it("has only timestamps in milliseconds", () => {
      const { targets } = writtenPanel({ type: "table", queries: asked, own });
      expect(targets?.map((target) => ("expr" in target ? target.expr : ""))).toEqual([
        "shop_orders",
        "shop_orders",
        "1000 * (shop_orders)",
      ]);
    });

    it("leaves words of units to the table", () => {
      const words = asked.map((one) => ({ ...one, unit: one.refId === "A" ? "orders" : "visits" }));
      expect(overridesOf(own, { queries: words, unit: "orders" })).toEqual([]);
    });
  });
});
