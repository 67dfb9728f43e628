import fc from "fast-check";
import { expect, test } from "vitest";
import { differencesOf } from "../../generators/contract/compared.ts";
import type { ContractMetric } from "../../generators/contract/contract.ts";
import { pairsOf } from "../../generators/contract/observed.ts";
import type { Family, FamilyType, Sample } from "../../generators/exposition/exposition.ts";

const name = fc.stringMatching(/^[a-z][a-z_]{0,6}$/);
const types: readonly FamilyType[] = [
  "counter",
  "gauge",
  "summary",
  "histogram",
  "untyped",
  "info",
  "stateset",
];

const sample = (family: string, type: FamilyType): fc.Arbitrary<Sample> =>
  fc.record({
    name: fc.constantFrom(
      family,
      ...(type === "histogram" || type === "summary" ? [`${family}_count`, `${family}_sum`] : []),
    ),
    labels: fc.dictionary(name, fc.string(), { maxKeys: 2 }).map((labels) => new Map(Object.entries(labels))),
    value: fc.double(),
  });

const family: fc.Arbitrary<Family> = fc
  .record({ name, type: fc.constantFrom(...types) })
  .chain(({ name: own, type }) =>
    fc.record({
      ...{ name: fc.constant(own), type: fc.constant(type) },
      help: fc.string(),
      unit: fc.option(fc.constantFrom("seconds", "bytes", "", "toString"), { nil: undefined }),
      samples: fc.array(sample(own, type), { maxLength: 4 }),
    }),
  );
const families = fc.uniqueArray(family, { selector: (one) => one.name, maxLength: 4 });

/** What would have to be declared of a family. */
function declared({ name: own }: Family, all: readonly Family[]): ContractMetric {
  const observed = pairsOf([], all).find((pair) => pair.observed?.name === own)?.observed;
  const {
    type = "gauge",
    unit = "none",
    help = "",
    labelSets = [],
    bounds = [],
    values = new Map(),
  } = observed ?? {};
  const labels = [...values].map(([label, seen]: [string, ReadonlySet<string>]) => {
    const isEverywhere = labelSets.every((set) => set.has(label));
    return [label, isEverywhere ? [...seen] : [...new Set([...seen, ""])]] as const;
  });
  return {
    ...{
      name: own,
      type,
      unit,
      help,
      labels: Object.fromEntries(labels),
      definedAt: "metrics.ts:1",
      reads: [],
    },
    ...(type === "histogram" && { buckets: bounds }),
    ...(type === "summary" && { quantiles: bounds }),
    // What has no series yet would be born late.
    ...(labelSets.length === 0 && { comesAndGoes: "not there yet" }),
  };
}

test("of what is exposed as it was declared, nothing is said", () => {
  fc.assert(
    fc.property(families, (all) => {
      const metrics = all.map((one) => declared(one, all));
      expect(differencesOf({ readers: {} }, { name: "shop", metrics }, all)).toEqual([]);
    }),
  );
});

test("whatever is declared and whatever is exposed can be compared", () => {
  fc.assert(
    fc.property(families, families, (one, other) => {
      const metrics = one.map((own) => declared(own, one));
      const differences = differencesOf({ readers: {} }, { name: "shop", metrics }, other);
      // What only one side has is said.
      const names = new Set(differences.map(({ metric }) => metric));
      const others = other.filter(({ name: own }) => !one.some((declaredOne) => declaredOne.name === own));
      for (const { name: own } of others) expect(names).toContain(own);
    }),
  );
});
