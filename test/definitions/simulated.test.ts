import { describe, expect, test } from "vitest";
import { definitions } from "../../definitions/index.ts";
import { simulated } from "../simulate/small-project.ts";
import { model } from "./own-model.ts";

// As they are deployed, as people watch them, and as the live tests do.
describe.each([1, 20, 60])("what is defined, simulated at speed %i", (speed) => {
  const { plans, unasked, unsettled } = simulated(definitions, speed, { model });

  test("nothing fires that nobody asked for, and scenarios alone say what is healthy", () => {
    expect(plans.unrest).toEqual([]);
    expect(unasked).toEqual([]);
    expect(unsettled).toEqual([]);
  });

  test("every alert fires while any of its scenarios is played, and beside it only what looks at the same metrics", () => {
    const played = model.alerts.flatMap((alert) =>
      alert.scenarios.filter(({ given }) => given.length > 0).map((scenario) => ({ alert, scenario })),
    );
    for (const { alert, scenario } of played) {
      const { fires, others, changes } = plans.firing(scenario);
      expect(fires, alert.name).toBe(true);
      const metrics = [...changes.keys()].map(({ metric }) => metric);
      const reads = (one: string, names: ReadonlySet<string>) =>
        [...names].some((name) => name === one || name.startsWith(`${one}_`));
      const unrelated = others.filter((other) => !metrics.some((metric) => reads(metric, other.reads)));
      expect(
        unrelated.map(({ name }) => name),
        alert.name,
      ).toEqual([]);
    }
  });
});
