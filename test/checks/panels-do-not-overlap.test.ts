import { dashboard, row, timeSeries } from "signalbox";
import { describe, expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { dashboardWith, orderRate } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "panels-do-not-overlap";

/** A panel of 12 columns and 8 lines, unless a test says otherwise. */
const options = { description: "For a test.", queries: [orderRate], width: 12, height: 8 };
const panel = (title: string, more: Partial<Parameters<typeof timeSeries>[0]>) =>
  timeSeries({ ...options, title, ...more });

function problems(...panels: readonly ReturnType<typeof timeSeries>[]): string[] {
  return problemsOf(id, definitionsWith({ dashboards: { more: dashboardWith(...panels) } }));
}

test("a panel that lies on one before it is reported, with both places as their authors say them", () => {
  const below = panel("Below", {});
  // above
  const above = timeSeries({ ...options, title: "Above", at: { x: 11, y: 7 } });
  expect(problems(below, above)).toEqual([
    `${at("above")}: panel "Above" (12 wide, 8 high, at x 11, y 7) overlaps panel "Below" (12 wide, 8 high, at x 0, y 0) (${id})\n` +
      "  fix: move one of them, or leave `at` out and let them flow",
  ]);
});

test("each pair of panels is one problem", () => {
  const stacked = ["a", "b", "c"].map((title) => panel(title, { at: { x: 0, y: 0 } }));
  expect(problems(...stacked)).toHaveLength(3);
});

test("a panel that reaches over the edge is reported", () => {
  // over the edge
  const wide = timeSeries({ ...options, title: "Wide", at: { x: 13, y: 0 } });
  expect(problems(wide)).toEqual([
    `${at("over the edge")}: panel "Wide" reaches from column 13 to 25, but the grid has 24 (${id})\n` +
      "  fix: make it narrower, or move it to the left",
  ]);
});

describe("it is fine", () => {
  test("that panels touch", () => {
    const beside = panel("beside", { at: { x: 12, y: 0 } });
    const below = panel("below", { at: { x: 0, y: 8 } });
    expect(problems(panel("first", {}), beside, below)).toEqual([]);
  });
  test("that panels flow, whatever their sizes", () => {
    expect(problems(...[5, 24, 7, 13, 12, 12].map((width) => panel(`${width}`, { width })))).toEqual([]);
  });
  test("that panels of two rows say the same place: each row counts from its own top", () => {
    const placed = panel("placed", { at: { x: 0, y: 0 } });
    const rows = [row("One", [placed]), row("Two", [placed], { collapsed: true }), row("Three", [placed])];
    const board = { title: "More", description: "For a test.", folder: "Shop", last: "6h" } as const;
    const more = dashboard("shop-more", { ...board, rows });
    expect(problemsOf(id, definitionsWith({ dashboards: { more } }))).toEqual([]);
  });
  test("that a row is empty", () => {
    expect(problems()).toEqual([]);
  });
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "the lower one is a frame" };
  expect(problems(panel("below", {}), panel("above", { allow, at: { x: 1, y: 1 } }))).toEqual([]);
});
