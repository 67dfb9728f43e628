import { describe, expect, it } from "vitest";
import { filesOfEach } from "../../generators/output.ts";
import { grafanaDashboard, grafanaDashboards } from "../../generators/targets/grafana/dashboards.ts";
import { fullDashboard as full, written } from "./full-dashboard.ts";
import { smallModel } from "./small-model.ts";
import { writtenDataSource } from "./written-panel.ts";

describe("what the SDK leaves to its users", () => {
  const { panels = [] } = written(full);
  const all = panels.flatMap((item) => ("panels" in item ? [item, ...item.panels] : [item]));
  const asking = all.filter(({ type }) => type !== "row" && type !== "text");

  it("every row and panel has an id of its own", () => {
    expect(all.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
  });

  it("every panel and query that asks knows its data source by uid", () => {
    const queries = asking.flatMap((item) => ("targets" in item ? (item.targets ?? []) : []));
    expect(asking).toHaveLength(10);
    expect(queries).toHaveLength(10);
    for (const asks of [...asking, ...queries]) expect(asks).toMatchObject({ datasource: writtenDataSource });
    for (const query of queries) expect(query).toMatchObject({ refId: "A" });
  });

  it("every panel lies where the model says", () => {
    const models = full.rows.flatMap((row) => row.panels);
    const positions = all.filter(({ type }) => type !== "row").map(({ gridPos }) => gridPos);
    expect(positions).toEqual(
      models.map(({ position: { x, y, width, height } }) => ({ x, y, w: width, h: height })),
    );
  });

  it("every panel with values has thresholds of its own, the lowest without a value; but for a pie, which knows none", () => {
    for (const item of asking.filter(({ type }) => type !== "piechart")) {
      const { thresholds } = ("fieldConfig" in item ? item.fieldConfig?.defaults : undefined) ?? {};
      expect(thresholds).toMatchObject({ mode: "absolute", steps: [{ value: null }] });
    }
  });

  it("nothing is put into a menu that is closed at first", () => {
    expect(JSON.stringify(written(full))).not.toContain("inControlsMenu");
  });
});

describe("building twice", () => {
  it("gives the same files", () => {
    const model = smallModel({ dashboards: [full] });
    expect(filesOfEach(grafanaDashboards, model)).toEqual(filesOfEach(grafanaDashboards, model));
  });

  it("gives objects that have nothing in common, and leaves the model as it was", () => {
    const before = structuredClone(full);
    const first = grafanaDashboard(full, { scrapeMs: 15_000 });
    const text = JSON.stringify(grafanaDashboard(full, { scrapeMs: 15_000 }));
    spoil(first);
    expect(JSON.stringify(grafanaDashboard(full, { scrapeMs: 15_000 }))).toBe(text);
    expect(full).toEqual(before);
  });
});

/** Empties every list and object that can be reached. */
function spoil(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  for (const key of Object.keys(value)) {
    spoil(Reflect.get(value, key));
    Reflect.deleteProperty(value, key);
  }
}
