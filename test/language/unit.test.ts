import { describe, expect, test } from "vitest";
import { unitArithmetic } from "../../generators/language/unit.ts";
import {
  baseUnitOf,
  convert,
  dimensionOf,
  isScaledUnit,
  refuseMisspelt,
  scaleOf,
} from "../../generators/language/unit-scale.ts";
import { compileMessages, fromRoot } from "./compile.ts";

describe("arithmetic", () => {
  test.each([
    ["mul", "count/s", "ratio", "count/s"],
    ["mul", "bool", "bytes", "bytes"],
    ["mul", "bytes/s", "seconds", "bytes"],
    ["mul", "seconds", "bytes/s", "bytes"],
    ["mul", "bytes", "bytes", "none"],
    ["mul", "none", "bytes", "none"],
    ["div", "bytes", "bytes", "ratio"],
    ["div", "seconds/s", "count/s", "seconds"],
    ["div", "count/s", "count/s", "ratio"],
    ["div", "bytes", "seconds", "bytes/s"],
    ["div", "bytes", "bytes/s", "seconds"],
    ["div", "bytes", "count", "bytes"],
    ["div", "bytes", "connections", "none"],
    ["sub", "timestamp", "timestamp", "seconds"],
    ["sub", "timestamp", "seconds", "timestamp"],
    ["sub", "timestamp", "none", "none"],
    ["sub", "none", "timestamp", "none"],
    ["sub", "bytes", "bytes", "bytes"],
    ["sub", "bytes", "none", "none"],
  ] as const)("%s of %s and %s is %s", (operation, left, right, result) => {
    expect(unitArithmetic[operation](left, right)).toBe(result);
  });

  test("a rate is by the second, of what is known", () => {
    expect(unitArithmetic.perSecond("bytes")).toBe("bytes/s");
    expect(unitArithmetic.perSecond("none")).toBe("none");
  });

  test("is the same in the types and at run time", () => {
    const types = { mul: "MulUnit", div: "DivUnit", sub: "SubUnit" } as const;
    const units = ["none", "count", "bool", "ratio", "percent", "seconds", "milliseconds", "timestamp"];
    units.push("bytes", "fps", "bytes/s", "count/s", "seconds/s", "bytes/s/s");
    const claims = Object.entries(types).flatMap(([operation, type]) =>
      units.flatMap((left) =>
        units.map((right) => {
          const result = unitArithmetic[operation as keyof typeof types](left, right);
          return `expectSame<Same<${type}<"${left}", "${right}">, "${result}">>();`;
        }),
      ),
    );
    const imports = [
      `import type { DivUnit, MulUnit, SubUnit } from ${fromRoot("generators/language/unit.ts")};`,
      `import { expectSame, type Same } from ${fromRoot("test/types/same.ts")};`,
    ];
    expect(claims).toHaveLength(3 * 14 * 14);
    expect(compileMessages({ claims: [...imports, ...claims].join("\n") }).get("claims")).toBe("");
  });
});

describe("scales", () => {
  test.each([
    ["milliseconds", 0.001, "time", "seconds"],
    ["days", 86_400, "time", "seconds"],
    ["bits", 0.125, "data", "bytes"],
    ["kilobytes", 1000, "data", "bytes"],
    ["megabytes", 1_000_000, "data", "bytes"],
    ["gigabytes", 1_000_000_000, "data", "bytes"],
    ["gibibytes", 1_073_741_824, "data", "bytes"],
    ["megabytes/s", 1_000_000, "data rate", "bytes/s"],
    ["percent", 0.01, "ratio", "ratio"],
    ["seconds/s", 1, "ratio", "ratio"],
    ["timestamp", 1, "timestamp", "timestamp"],
  ] as const)("one of %s is %d in the base unit of %s, %s", (unit, scale, dimension, base) => {
    expect(scaleOf(unit)).toBe(scale);
    expect(dimensionOf(unit)).toBe(dimension);
    expect(baseUnitOf(dimension)).toBe(base);
  });

  test.each(["count", "fps", "none", "toString"])("%s has none", (unit) => {
    expect(isScaledUnit(unit)).toBe(false);
    expect(scaleOf(unit)).toBeUndefined();
    expect(dimensionOf(unit)).toBeUndefined();
  });

  test.each([
    [5, "percent", "ratio", 0.05],
    [99.9, "percent", "ratio", 0.999],
    [0.7, "percent", "ratio", 0.007],
    [500, "milliseconds", "seconds", 0.5],
    [1.1, "days", "seconds", 95_040],
    [12, "gigabytes", "bytes", 12_000_000_000],
    [8_388_607.5, "gibibytes", "bytes", 9_007_198_717_870_080],
    [1, "seconds", "days", 0.0000115740740740741],
    [0.1, "bytes", "bytes", 0.1],
  ] as const)("%d %s in %s is %d, to the last digit", (value, from, to, result) => {
    expect(convert(value, from, to)).toBe(result);
  });
});

describe("a slip of the fingers in the name of a unit", () => {
  test.each([
    ["secnods", "seconds"],
    ["miliseconds", "milliseconds"],
    ["minuites", "minutes"],
    ["megabites", "megabytes"],
    ["percents", "percent"],
    ["timestanp", "timestamp"],
  ])("%s is refused", (unit, meant) => {
    expect(() => refuseMisspelt(unit)).toThrow(`'${unit}' is not the name of a unit; write '${meant}'`);
  });

  test.each(["seconds", "hits", "pool", "records", "records/s", "kilobits/s", "requests", "fps", "rays", ""])(
    "%s is a unit of its own",
    (unit) => {
      expect(() => refuseMisspelt(unit)).not.toThrow();
    },
  );
});
