import { describe, expect, test } from "vitest";
import { durationInMs } from "../../generators/language/duration.ts";
import { severity, type Severity } from "../../generators/language/alert.ts";
import { low, smallPlatform } from "../targets/small-model.ts";
import { alertOf, mutants } from "./mutant-rules.ts";

describe("for and keepFiringFor are halved, doubled and left out", () => {
  function durations(held: string, keepFiringFor?: string) {
    const forMs = durationInMs(held) ?? 0;
    return mutants(alertOf("up == 0", { for: held, forMs, keepFiringFor }))
      .filter(({ operator }) => operator === "for" || operator === "keepFiringFor")
      .map(({ id, what, mutated }) =>
        mutated.kind === "alert" ? [id, what, mutated.for, mutated.keepFiringFor] : [],
      );
  }

  test("for", () => {
    expect(durations("5m")).toEqual([
      ["for halved", "for 5m → 2m30s", "2m30s", undefined],
      ["for doubled", "for 5m → 10m", "10m", undefined],
      ["for removed", "for 5m removed", "0s", undefined],
    ]);
  });

  test("keepFiringFor", () => {
    expect(durations("0m", "1h")).toEqual([
      ["keepFiringFor halved", "keepFiringFor 1h → 30m", "0m", "30m"],
      ["keepFiringFor doubled", "keepFiringFor 1h → 2h", "0m", "2h"],
      ["keepFiringFor removed", "keepFiringFor 1h removed", "0m", undefined],
    ]);
  });
});

describe("the severity becomes the next one of the platform", () => {
  const worst = severity("critical", { rank: 1, response: "at once", color: "red" });
  const middle = severity("high", { rank: 2, response: "soon", color: "orange" });
  const mild = { ...low, rank: 3 };

  function severityIds(own: Severity, all: readonly Severity[]): string[] {
    const severities = Object.fromEntries(all.map((one) => [one.name, one]));
    return mutants(alertOf("up == 0", { severity: own }), { ...smallPlatform(), severities })
      .filter(({ operator }) => operator === "severity")
      .map(({ id }) => id);
  }

  test.each([
    ["critical", worst, "severity critical to high"],
    ["high", middle, "severity high to low"],
    ["low", mild, "severity low to high"],
  ])("%s", (_, own, expected) => {
    expect(severityIds(own, [mild, worst, middle])).toEqual([expected]);
  });

  test("and so does the label", () => {
    const mutant = mutants(alertOf("up == 0")).find(({ operator }) => operator === "severity");
    expect(mutant?.mutated.kind === "alert" && mutant.mutated.labels).toMatchObject({ severity: "low" });
  });

  test("of a platform with one there is no other", () => {
    expect(severityIds(worst, [worst])).toEqual([]);
  });
});
