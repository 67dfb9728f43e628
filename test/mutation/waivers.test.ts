import { describe, expect, test } from "vitest";
import type { Mutant } from "../../generators/mutation/mutants.ts";
import { mutationProblems, tooManyWaived, waiverOf } from "../../generators/mutation/problems.ts";
import type { MutantResult } from "../../generators/mutation/results.ts";
import { formatProblem } from "../../generators/problem.ts";
import { alertOf, mutants, recordingOf } from "./mutant-rules.ts";

const plain = alertOf("kiosk_fps < 45");

/** What becomes of the mutants of an alert with these waivers, when its tests do not notice these of them. */
function resultsWith(
  equivalentMutants: Readonly<Record<string, string>>,
  unnoticed: readonly string[],
): MutantResult[] {
  const rule = { ...plain, equivalentMutants };
  return mutants(rule).map((mutant): MutantResult => {
    if (!unnoticed.includes(mutant.id)) return { mutant, outcome: "killed", reason: undefined };
    const reason = waiverOf(mutant);
    return { mutant, outcome: reason === undefined ? "survived" : "waived", reason };
  });
}

function problemsOf(results: readonly MutantResult[]): string[] {
  return mutationProblems(results).map(formatProblem);
}

describe("a waiver", () => {
  test("with a reason waives the mutant that it names, and no other", () => {
    const results = resultsWith({ "for halved": "It is never shorter." }, ["for halved"]);
    expect(results.find(({ outcome }) => outcome === "waived")).toMatchObject({
      mutant: { id: "for halved" },
      reason: "It is never shorter.",
    });
    expect(problemsOf(results)).toEqual([]);
  });

  test("of a mutant that the tests notice is a problem", () => {
    expect(problemsOf(resultsWith({ "for halved": "It is never shorter." }, []))).toEqual([
      'definitions/services/shop/shop.ts:1: alert "ShopDown": "for halved" is waived, but the tests notice it (equivalent-mutants-apply)\n  fix: remove the waiver',
    ]);
  });

  test("of a mutant that is not made is a problem", () => {
    expect(problemsOf(resultsWith({ "for halfed": "It is never shorter." }, []))).toEqual([
      'definitions/services/shop/shop.ts:1: alert "ShopDown": there is no mutant "for halfed" to waive (did you mean \'for halved\'?) (equivalent-mutants-apply)\n  fix: remove the waiver, or correct its id',
    ]);
  });

  test("without a reason waives nothing", () => {
    const messages = problemsOf(resultsWith({ "for halved": " " }, ["for halved"]));
    expect(messages.join("\n")).toContain("its tests still pass with for 1m → 30s");
    expect(messages.join("\n")).toContain('"for halved" is waived without a reason');
  });

  test("is not what every object has by itself", () => {
    const [mutant] = mutants(plain);
    expect(mutant && waiverOf({ ...mutant, id: "constructor" } satisfies Mutant)).toBeUndefined();
  });
});

test("a survivor is reported with its place, what was changed, and what to add", () => {
  expect(problemsOf(resultsWith({}, ["threshold -10%"]))).toEqual([
    'definitions/services/shop/shop.ts:1: alert "ShopDown": its tests still pass with threshold 45 fps → 40.5 fps (mutants-are-killed)\n' +
      "  fix: give the scenario a level between the two thresholds, on the side where the alert behaves differently; " +
      'if nobody could ever tell the two apart, waive "threshold -10%" in equivalentMutants',
  ]);
});

test("what a recording compares is not its value: the fix asks for what is compared", () => {
  const survivors = mutants(recordingOf("kiosk_fps > 0"))
    .filter(({ operator }) => operator === "threshold")
    .map((mutant): MutantResult => ({ mutant, outcome: "survived", reason: undefined }));
  expect(survivors).not.toEqual([]);
  for (const { fix } of mutationProblems(survivors)) {
    expect(fix).toMatch(/^add an example in which the compared value lies between the two thresholds; /);
  }
});

describe("one in twenty may be waived", () => {
  test.each([
    [5, 100, []],
    [0, 0, []],
    [6, 100, ["6 % of all mutants are waived, and at most 5 % may be"]],
    [1, 19, ["5.2 % of all mutants are waived, and at most 5 % may be"]],
  ])("%i of %i", (waived, all, expected) => {
    expect(tooManyWaived(waived, all).map(({ message }) => message)).toEqual(expected);
  });
});
