import { expect, test } from "vitest";
import { panelIds } from "../../generators/model/dashboards/resolve-rows.ts";

test("an id is made of the titles of the row and the panel, wherever they stand", () => {
  const [some, others] = [panelIds(), panelIds()];
  const id = some("Overview", "Orders");
  others("First");
  others("First", "Orders");
  expect(others("Overview", "Orders")).toBe(id);
  expect(id).toBe(314_069);
});

test("a row and a panel of one title, and a title that is two, are told apart", () => {
  const take = panelIds();
  const ids = [take("Orders"), take("Orders", "Orders"), take("Orders Orders"), take("Ord", "ers")];
  expect(new Set(ids).size).toBe(4);
});

test("the second of the same titles takes the next number", () => {
  const take = panelIds();
  const first = take("Overview", "Orders");
  expect([take("Overview", "Orders"), take("Overview", "Orders")]).toEqual([first + 1, first + 2]);
});
