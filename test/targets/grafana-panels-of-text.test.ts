import { describe, expect, it } from "vitest";
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
});
