import fc from "fast-check";
import { expect, test } from "vitest";
import { randomProjects } from "./random-project.ts";
import { simulated } from "./small-project.ts";

test("for any project that can be at rest, a world is found in which it is", () => {
  fc.assert(
    fc.property(randomProjects, ({ project }) => {
      const { plans, unasked } = simulated(project);
      expect(plans.unrest.map(({ text }) => text)).toEqual([]);
      expect(unasked).toEqual([]);
    }),
    {
      numRuns: Number(process.env["RUNS"] ?? 40),
      ...(process.env["SEED"] ? { seed: Number(process.env["SEED"]) } : {}),
    },
  );
});
