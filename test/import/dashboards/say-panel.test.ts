import { describe, expect, test } from "vitest";
import { readDashboards } from "../../../generators/import/dashboards/read-dashboards.ts";
import { sayPanel } from "../../../generators/import/dashboards/say-panel.ts";
import { panelFacts } from "../../../generators/import/proof/board-facts.ts";
import { queryMeaning } from "../../../generators/import/proof/same-panel.ts";
import { unitOfGrafana } from "../../../generators/panels/units.ts";
import { panelJson } from "./small-board.ts";

const asked = { targets: [{ expr: "queue", legendFormat: "{{hall}} waits" }] };

function read(more: object) {
  const board = { title: "Shop", panels: [panelJson("Queue", 0, { ...asked, ...more })] };
  const [row] =
    readDashboards([{ path: "shop.json", text: JSON.stringify(board) }]).dashboards[0]?.rows ?? [];
  const [panel] = row?.panels ?? [];
  if (!row || !panel) throw new Error("the panel was not read");
  return { row, panel };
}

const said = (more: object) => sayPanel(read(more).panel);
const defaults = (own: object) => ({ fieldConfig: { defaults: own } });
const override = (matcher: object, ...properties: object[]) => ({
  fieldConfig: { overrides: [{ matcher, properties }] },
});
const waits = { id: "byName", options: "{{hall}} waits" };

describe("a panel is said in its word", () => {
  test.each([
    ["lines as Grafana draws what says nothing", {}, { fill: 0, gaps: "shown", tooltip: "one series" }],
    ["stacked", defaults({ custom: { stacking: { mode: "normal" } } }), { stacked: true }],
    ["a wider line", defaults({ custom: { lineWidth: 3 } }), { lineWidth: 3 }],
    ["gaps that are bridged", defaults({ custom: { spanNulls: true } }), { gaps: "bridged" }],
    ["a unit by 1024", defaults({ unit: "bytes" }), { unit: "bytes" }],
    ["no legend", { options: { legend: { showLegend: false } } }, { legend: { as: "none" } }],
    ["all series at the pointer", { options: { tooltip: { mode: "none" } } }, { tooltip: "none" }],
    ["a step", { interval: "1m" }, { step: "1m" }],
    [
      "a threshold that is drawn",
      defaults({
        custom: { thresholdsStyle: { mode: "line" } },
        thresholds: {
          steps: [
            { color: "green", value: null },
            { color: "dark-red", value: 80 },
          ],
        },
      }),
      { thresholds: [{ value: 80, color: "red", side: "above" }] },
    ],
  ])("%s", (_, more, options) => {
    const { word, options: own } = said(more);
    expect(word).toBe("timeSeries");
    expect(own).toMatchObject(options);
  });

  test.each([
    ["stat", "stat", { instant: false }],
    ["gauge", "gaugePanel", {}],
    ["bargauge", "barGauge", {}],
  ])("%s, with its history where the word has one", (type, word, options) => {
    const own = said({ type });
    expect(own.word).toBe(word);
    expect(own.queries[0]?.options).toEqual({ legend: "{{hall}} waits", ...options });
  });

  test.each([
    ["color", { id: "color", value: { fixedColor: "semi-dark-orange" } }, { color: "orange" }],
    ["a dash", { id: "custom.lineStyle", value: { fill: "dash" } }, { dashed: true }],
    ["not stacked", { id: "custom.stacking", value: { mode: "none" } }, { stacked: false }],
    ["below", { id: "custom.transform", value: "negative-Y" }, { below: true }],
    ["not in the legend", { id: "custom.hideFrom", value: { legend: true } }, { inLegend: false }],
  ])("what its lines have otherwise: %s", (_, property, line) => {
    expect(said(override(waits, property)).queries[0]?.options["line"]).toEqual(line);
    expect(
      said(override({ id: "byRegexp", options: "/waits$/" }, property)).queries[0]?.options["line"],
    ).toEqual(line);
    expect(
      said(override({ id: "byFrameRefID", options: "A" }, property)).queries[0]?.options["line"],
    ).toEqual(line);
  });

  test("and looks without a word are listed", () => {
    const axis = { id: "custom.axisSoftMin", value: 1 };
    expect(said(override(waits, axis)).lost).toEqual(["custom.axisSoftMin of a line"]);
    expect(said(override({ id: "byName", options: "other" }, axis)).lost).toEqual([
      "custom.axisSoftMin of what no query is called",
    ]);
  });
});

describe("a panel stays JSON, with the reason", () => {
  test.each([
    ["an import has no word for a panel of nodeGraph", { type: "nodeGraph" }],
    ["its contents stand in a library panel", { libraryPanel: { uid: "x" } }],
    ["no word moves a panel in time (timeFrom)", { timeFrom: "1h" }],
    ["it draws bars", defaults({ custom: { drawStyle: "bars" } })],
    ["it is stacked as percent", defaults({ custom: { stacking: { mode: "percent" } } })],
    ["the language has no unit for Grafana's celsius", defaults({ unit: "celsius" })],
    ["its moments are in milliseconds", defaults({ unit: "dateTimeAsIso" })],
    ["its values are named one by one", defaults({ mappings: [{ type: "value" }] })],
    ["one of its queries is hidden", { targets: [{ expr: "queue", hide: true }] }],
    ["it asks something else than Prometheus", { datasource: { type: "loki" } }],
    ["it asks nothing", { targets: [] }],
    ["its answers are transformed", { transformations: [{ id: "merge" }] }],
    [
      "its number is the mean of the shown time",
      { type: "stat", options: { reduceOptions: { calcs: ["mean"] } } },
    ],
    ["its rows are of more than one moment", { type: "table" }],
    ["a text in html", { type: "text", options: { mode: "html" } }],
    ["it chooses values byType", override({ id: "byType", options: "number" }, { id: "unit", value: "s" })],
    ["some of its lines are hidden", override(waits, { id: "custom.hideFrom", value: { viz: true } })],
  ])("%s", (reason, more) => {
    const { word, options } = said(more);
    expect([word, options["reason"]]).toEqual(["rawPanel", reason]);
  });
});

describe("two panels are the same", () => {
  test("whichever way their queries are written", () => {
    expect(queryMeaning('sum by (a) (rate(x{b="$hall"}[5m]))')).toBe(
      queryMeaning("sum(rate(x{b=~'${hall}'}[5m])) by (a)"),
    );
    expect(queryMeaning('x{b="$hall"}')).not.toBe(queryMeaning('x{b!="$hall"}'));
    expect(queryMeaning("x")).not.toBe(queryMeaning("y"));
  });

  test.each([
    ["query 1", { targets: [{ expr: "other", legendFormat: "{{hall}} waits" }] }],
    ["the legend of query 1", { targets: [{ expr: "queue" }] }],
    ["the moment of query 1", { targets: [{ ...asked.targets[0], instant: true }] }],
    ["the number of its queries", { targets: [...asked.targets, { expr: "queue", legendFormat: "more" }] }],
    ["what draws it", { type: "stat" }],
    ["its place", { gridPos: { x: 1, y: 0, w: 12, h: 7 } }],
    ["its unit", defaults({ unit: "s" })],
    ["its description", { description: "How long it is." }],
    ["its repetition", { repeat: "hall" }],
  ])("unless another is %s", (what, more) => {
    const facts = (own: object) => {
      const { row, panel } = read(own);
      return new Map(panelFacts(panel, row));
    };
    const [was, is] = [facts({}), facts(more)];
    expect([...is].filter(([one, value]) => was.get(one) !== value).map(([one]) => one)).toContain(what);
  });
});

test.each([
  ["pps", "packets/s"],
  ["iops", "I/O operations/s"],
  ["reqps", "requests/s"],
  ["Bps", "bytes/s"],
  ["percentunit", "ratio"],
  ["suffix:seats", "seats"],
  ["celsius", undefined],
])("the unit that Grafana calls %s is %s", (id, unit) => {
  expect(unitOfGrafana(id)).toBe(unit);
});
