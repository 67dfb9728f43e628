import { expect, it } from "vitest";
import { refIdAt } from "../../generators/panels/ref-id.ts";

it.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [51, "AZ"],
  [52, "BA"],
  [701, "ZZ"],
  [702, "AAA"],
])("query %i of a panel is %s", (index, expected) => {
  expect(refIdAt(index)).toBe(expected);
});
