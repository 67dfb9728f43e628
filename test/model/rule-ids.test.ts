import { expect, test } from "vitest";
import { excludeEachOther, withIds } from "../../generators/model/rule-ids.ts";

const idsOf = (...rules: [name: string, labels: Record<string, string>][]) =>
  withIds(rules.map(([name, labels]) => ({ name, labels }))).map(({ id }) => id);

test.each<[string, [string, Record<string, string>][], string[]]>([
  ["alone in its name", [["Down", { severity: "critical" }]], ["Down"]],
  [
    "of two severities",
    [
      ["Down", { severity: "critical", service: "shop" }],
      ["Down", { severity: "warning", service: "shop" }],
      ["Up", { severity: "warning" }],
    ],
    ["Down.critical", "Down.warning", "Up"],
  ],
  [
    "by several labels, in the order of their names",
    [
      ["a:b:c", { tier: "web", area: "eu" }],
      ["a:b:c", { area: "us", tier: "web" }],
      ["a:b:c", { area: "eu", tier: "api" }],
    ],
    ["a:b:c.eu.web", "a:b:c.us.web", "a:b:c.eu.api"],
  ],
])("%s", (_, rules, ids) => {
  expect(idsOf(...rules)).toEqual(ids);
});

test.each<[Record<string, string>, Record<string, string>, boolean]>([
  [{}, {}, false],
  [{ tier: "web" }, {}, false],
  [{ tier: "web" }, { tier: "web" }, false],
  [{ tier: "web" }, { area: "eu" }, false],
  [{ tier: "web" }, { tier: "api" }, true],
  [{ tier: "web", area: "eu" }, { tier: "web", area: "us" }, true],
])("%j and %j exclude each other: %j", (a, b, expected) => {
  expect(excludeEachOther(a, b)).toBe(expected);
  expect(excludeEachOther(b, a)).toBe(expected);
});
