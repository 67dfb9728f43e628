import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forgetful } from "../../generators/keep/keeper.ts";
import type { Model } from "../../generators/model/model.ts";
import { model as shop } from "../example-model.ts";
import { model as everyShape } from "../rule-tests/every-shape.ts";
import { changedModel } from "./changed-model.ts";
import { builtFrom, keeperWith, newMemory, noting } from "./built-from.ts";

// More by hand: KEPT_EDITS=300 npx vitest run test/keep
const edits = Number(process.env["KEPT_EDITS"] ?? 4);

/** What is made of a model with what is known from others. */
function builtWith(memory: ReturnType<typeof newMemory>, model: Model) {
  const made: string[] = [];
  return { built: builtFrom(model, noting(keeperWith(memory), made)), made };
}

describe("whatever changes in a model, what is kept is what would be made", () => {
  test.each([
    ["the ticket shop", shop],
    ["alerts of every shape", everyShape],
  ])(
    "%s",
    (_name, model) => {
      const memory = newMemory();
      builtWith(memory, model);
      const asItWas = builtFrom(model, forgetful);
      const choices = fc.array(fc.nat(), { minLength: 16, maxLength: 16 });
      fc.assert(
        fc.property(choices, choices, (one, other) => {
          // One edit on top of another, and back again.
          const first = changedModel(model, one);
          for (const edited of [first, changedModel(first, other)]) {
            expect(builtWith(memory, edited).built).toEqual(builtFrom(edited, forgetful));
          }
          expect(builtWith(memory, model).built).toEqual(asItWas);
        }),
        { seed: edits, numRuns: Math.ceil(edits / 2) },
      );
    },
    600_000,
  );
});

test("of what is the same nothing is made again but what is made anyway", () => {
  const memory = newMemory();
  builtWith(memory, shop);
  const { made } = builtWith(memory, shop);
  expect(made.filter((name) => !name.startsWith("metrics of "))).toEqual([]);
});

test("of a changed alert only what shows it is made again", () => {
  const memory = newMemory();
  builtWith(memory, shop);
  const [first, ...others] = shop.alerts;
  if (!first) throw new Error("the shop has no alert");
  const changed = { ...shop, alerts: [{ ...first, impact: "Nobody can buy anything." }, ...others] };
  const { made } = builtWith(memory, changed);
  const own = made.filter((name) => /^(?:card|pictures|rule test|test files|contradictions) of /.test(name));
  expect(own.sort()).toEqual(
    ["card", "contradictions", "pictures", "rule test", "test files"].map(
      (what) => `${what} of ${first.name}`,
    ),
  );
  expect(made.filter((name) => name.startsWith("dashboard "))).toEqual([]);
});
