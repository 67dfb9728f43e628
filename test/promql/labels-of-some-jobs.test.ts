// A label that the targets of one job have and those of another do not: it can be asked for, and may be missing.
import { expect, test } from "vitest";
import { seriesCatalogue } from "../../generators/promql/catalogue.ts";
import { canBeMissing } from "../../generators/promql/label-value.ts";
import { series } from "./example-series.ts";
import { analyseText } from "./of-text.ts";

const up = (job: string, labels: Parameters<typeof series>[2]) => ({
  ...series("up", "gauge", labels, { unit: "bool", job }),
  ofTarget: ["job", "instance", ...Object.keys(labels ?? {})],
});
const catalogue = seriesCatalogue([up("shop", { zone: ["a"], rack: "*" }), up("till", {})]);
const of = (text: string) => analyseText(text, catalogue);

test.each([
  "up == 0",
  "sum by (rack, zone) (up)",
  'up{rack="7"} == 0',
  'up{zone="a"} == 0',
  "up / on (job, instance) up",
  'up{job="shop"} == 0',
  "avg without (rack) (up)",
])("%s is fine", (text) => {
  expect(of(text).diagnostics).toEqual([]);
});

test.each([
  ["up", ["zone", "rack"]],
  ['up{job="shop"}', []],
  ['up{rack!=""}', []],
  ['up{zone!="a"}', ["zone", "rack"]],
])("of %s these labels may be missing: %j", (text, missing) => {
  const labels = [...(of(text).type.labels ?? [])];
  expect(labels.filter(([, spec]) => canBeMissing(spec)).map(([name]) => name)).toEqual(missing);
});

test("values that never meet are named, and that the label may be missing", () => {
  const sides = ["a", "b"].map((tier) => `label_replace(up, "tier", "${tier}", "", "")`);
  const either = `(sum by (tier) (${sides[0]}) or sum(up))`;
  expect(of(`${either} / sum by (tier) (${sides[1]})`).diagnostics.map(({ message }) => message)).toEqual([
    "the sides of '/' never match: tier is a or missing on the left and b on the right; say on (…) or ignoring (…) without tier",
  ]);
});
