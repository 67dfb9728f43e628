import { gauge, metrics, query, stat, timeSeries } from "signalbox";
import { describe, expect, test } from "vitest";
import { compile } from "../../generators/compile.ts";
import type { Line } from "../../generators/language/line.ts";
import type { Panel, TimeSeriesOptions } from "../../generators/language/panel.ts";
import { definitionsWith, problemsOf } from "../checks/small-definitions.ts";
import { api, dashboardWith } from "../checks/small-shop.ts";

const stock = metrics(api, {
  shop_disk_bytes: gauge({
    help: "Space in use.",
    unit: "bytes",
    labels: { disk: "*" },
  }),
  shop_full: gauge({
    help: "Share of the space.",
    unit: "ratio",
    labels: { disk: "*" },
  }),
  shop_checked: gauge({ help: "When it was looked at.", unit: "timestamp" }),
});
const { shop_disk_bytes: disk, shop_full: full, shop_checked: checked } = stock;
const words = { title: "Space", description: "What is in use." };

/** Every metric is used, whatever a panel shows. */
const others = [disk, full, checked].map((metric, index) =>
  stat({ title: `Also ${index}`, description: "For a test.", queries: [metric] }),
);

const definitionsOf = (panel: Panel) =>
  definitionsWith({ metrics: { stock }, dashboards: { more: dashboardWith(panel, ...others) } });

interface Built {
  readonly targets: readonly { readonly expr: string }[];
  readonly fieldConfig: {
    readonly defaults: { readonly unit: string };
    readonly overrides: readonly unknown[];
  };
}

function built(queries: TimeSeriesOptions["queries"]): Built {
  const { files, problems } = compile(definitionsOf(timeSeries({ ...words, queries })));
  expect(problems).toEqual([]);
  const file: { panels: Built[] } = JSON.parse(files["grafana/dashboards/Shop/shop-more.json"] ?? "");
  const [, panel] = file.panels;
  if (!panel) throw new Error("there is no panel");
  return panel;
}

/** What the lines of the second of two queries have otherwise. */
function otherwise(line: Line): unknown[] {
  const [only, ...more] = built([disk, query(disk.max(), { line })]).fieldConfig.overrides;
  expect(more).toEqual([]);
  return only === undefined ? [] : [only];
}

describe("the lines of a query", () => {
  test.each<[string, Line, readonly object[]]>([
    ["have a colour", { color: "red" }, [{ id: "color", value: { mode: "fixed", fixedColor: "red" } }]],
    ["are dashed", { dashed: true }, [{ id: "custom.lineStyle", value: { fill: "dash", dash: [10, 10] } }]],
    [
      "are wider, and not filled",
      { width: 3, fill: 0 },
      [
        { id: "custom.lineWidth", value: 3 },
        { id: "custom.fillOpacity", value: 0 },
      ],
    ],
    ["are below zero", { below: true }, [{ id: "custom.transform", value: "negative-Y" }]],
    ["are not stacked", { stacked: false }, [{ id: "custom.stacking", value: { mode: "none", group: "A" } }]],
    [
      "have no name in the legend",
      { inLegend: false },
      [{ id: "custom.hideFrom", value: { legend: true, tooltip: false, viz: false } }],
    ],
  ])("%s", (_, line, properties) => {
    expect(otherwise(line)).toEqual([{ matcher: { id: "byFrameRefID", options: "B" }, properties }]);
  });

  test("are as the others where they say what is so anyway, or nothing", () => {
    const plain = { dashed: false, below: false, axis: "left", stacked: true, inLegend: true } as const;
    expect(otherwise(plain)).toEqual([]);
    expect(otherwise({})).toEqual([]);
  });
});

describe("an axis on the right", () => {
  const onRight = { line: { axis: "right" } } as const;

  test("has the unit of its query, and the one on the left that of the others, whichever comes first", () => {
    const { defaults, overrides } = built([query(full, onRight), disk]).fieldConfig;
    expect(defaults.unit).toBe("decbytes");
    expect(overrides).toEqual([
      {
        matcher: { id: "byFrameRefID", options: "A" },
        properties: [
          { id: "custom.axisPlacement", value: "right" },
          { id: "unit", value: "percentunit" },
        ],
      },
    ]);
  });

  test("has timestamps in milliseconds, which the values on the left are not", () => {
    const { targets } = built([disk, query(checked, onRight)]);
    expect(targets.map(({ expr }) => expr)).toEqual([
      'shop_disk_bytes{job="shop-api"}',
      '1000 * (shop_checked{job="shop-api"})',
    ]);
  });

  test("needs no unit in common, which two on the left do", () => {
    const problems = (...queries: TimeSeriesOptions["queries"]) =>
      problemsOf("panels-have-one-unit", definitionsOf(timeSeries({ ...words, queries })));
    expect(problems(disk, query(full, onRight))).toEqual([]);
    expect(problems(disk, query(full, { line: { axis: "left" } }))).toHaveLength(1);
  });
});

test("a panel without lines cannot say how they look", () => {
  const panel = stat({ ...words, queries: [query(disk, { line: { color: "red" } })] });
  const [problem = ""] = problemsOf("panels-suit-their-queries", definitionsOf(panel));
  expect(problem).toContain('panel "Space" has no lines, but one of its queries says how they look');
  expect(problem).toContain("fix: remove line from its queries, or draw them with timeSeries(…)");
});
