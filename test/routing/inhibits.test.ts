import { describe, expect, test } from "vitest";
import type { InhibitionModel } from "../../generators/model/routing-model.ts";
import type { KnownLabels, KnownValue } from "../../generators/routing/alert-matcher.ts";
import { inhibits, effectOf } from "../../generators/routing/inhibits.ts";
import { critical, low } from "../targets/small-model.ts";
import { inhibition } from "../targets/small-routing.ts";

/** Text is one value, a list one of several, undefined any. */
function labels(known: Readonly<Record<string, string | readonly string[] | undefined>>): KnownLabels {
  return new Map(Object.entries(known).map(([label, value]) => [label, knownValue(value)]));
}

function knownValue(value: string | readonly string[] | undefined): KnownValue {
  if (value === undefined) return { kind: "any" };
  return typeof value === "string" ? { kind: "one", value } : { kind: "some", values: value };
}

const ladder: Partial<InhibitionModel> = {
  source: { severity: critical },
  target: { severity: low },
  equal: ["service", "instance"],
};
const worse = { severity: "critical", service: "shop" };
const better = { severity: "low", service: "shop" };
const no = undefined;
const surely = { surely: true, ifSame: [] };
const perhaps = { surely: false, ifSame: [] };

describe("an alert inhibits another", () => {
  type Row = [string, Parameters<typeof labels>[0], Parameters<typeof labels>[0], object | undefined];
  test.each<Row>([
    ["with the same values", { ...worse, instance: "a" }, { ...better, instance: "a" }, surely],
    ["not with another", { ...worse, instance: "a" }, { ...better, instance: "b" }, no],
    ["where both lack the label, which Alertmanager takes as the same", worse, better, surely],
    ["where one lacks it and it is empty on the other", { ...worse, instance: "" }, better, surely],
    ["not where only one has it", { ...worse, instance: "a" }, better, no],
    ["not the other way round", { ...better, instance: "a" }, { ...worse, instance: "a" }, no],
    ["not one that the target does not fit", worse, { ...better, severity: "info" }, no],
    [
      "if labels that are known only when they fire are the same",
      { ...worse, instance: undefined },
      { ...better, instance: undefined },
      { surely: true, ifSame: ["instance"] },
    ],
    [
      "if one of several values is the same",
      { ...worse, instance: ["a", "b"] },
      { ...better, instance: ["b", "c"] },
      { surely: true, ifSame: ["instance"] },
    ],
    ["not where none is", { ...worse, instance: ["a", "b"] }, { ...better, instance: "c" }, no],
    [
      "if a value is the only one that is known",
      { ...worse, instance: undefined },
      { ...better, instance: "c" },
      { surely: true, ifSame: ["instance"] },
    ],
    ["not where one surely has a label that the other lacks", { ...worse, instance: undefined }, better, no],
    [
      "perhaps, where it perhaps fits the source",
      { ...worse, severity: ["critical", "high"] },
      better,
      perhaps,
    ],
    [
      "perhaps, where the other perhaps fits the target",
      worse,
      { ...better, severity: ["low", "info"] },
      perhaps,
    ],
  ])("%s", (_, by, muted, expected) => {
    expect(effectOf(inhibition("ladder", ladder))(labels(by), labels(muted))).toEqual(expected);
  });
});

describe("alerts on both sides of an inhibition", () => {
  const twoSided = effectOf(inhibition("loop", { source: { service: "shop" }, target: {}, equal: [] }));
  const shop = labels({ service: "shop" });
  const other = labels({ service: "other" });

  test("one that fits both is not inhibited by another that does, nor by itself", () => {
    expect(twoSided(shop, shop)).toBeUndefined();
  });
  test("one that fits the target only is inhibited", () => {
    expect(twoSided(shop, other)).toEqual(surely);
  });
  test("one that fits both is perhaps inhibited by one that is a source only", () => {
    const chain = effectOf(inhibition("chain", { source: {}, target: { service: "shop" }, equal: [] }));
    expect(chain(other, shop)).toEqual(perhaps);
  });
});

test("of several inhibitions one is enough", () => {
  const never = inhibition("never", { source: { service: "none" }, target: {}, equal: [] });
  const always = inhibition("ladder", { ...ladder, equal: ["service"] });
  expect(inhibits([never, always])(labels(worse), labels(better))).toBe("yes");
  expect(inhibits([never])(labels(worse), labels(better))).toBe("no");
  expect(inhibits([])(labels(worse), labels(better))).toBe("no");
  const unknown = { ...better, service: undefined };
  expect(inhibits([never, always])(labels(worse), labels(unknown))).toBe("maybe");
});
