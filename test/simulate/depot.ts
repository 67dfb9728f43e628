// The metrics of a neutral project, two instances of it, and what is expected of each alert that looks at them.
import { counter, gauge, histogram, metrics, scrapeJob } from "signalbox";
import { expect } from "vitest";
import type { Simulated } from "./small-project.ts";

export const depot = scrapeJob("depot", {
  description: "Where parcels are.",
  targets: ["localhost:8080", "localhost:8081"],
  labels: { service: "depot" },
  unguarded: "the alerts that a test writes are looked at, and no others",
});
export const m = metrics(depot, {
  parcels_total: counter({
    help: "Parcels.",
    unit: "parcels",
    labels: { lane: "*", size: ["small", "large"] },
  }),
  lost_total: counter({
    help: "Lost parcels.",
    unit: "parcels",
    labels: { lane: "*", size: ["small", "large"] },
  }),
  doors: gauge({ help: "Open doors.", unit: "doors", labels: { lane: "*" } }),
  belts: gauge({ help: "Belts that run.", unit: "belts" }),
  load: gauge({ help: "Load.", unit: "ratio" }),
  stock: gauge({ help: "Parcels here.", unit: "parcels" }),
  room: gauge({ help: "Parcels that fit.", unit: "parcels" }),
  in_repair: gauge({ help: "1 while it is repaired.", unit: "bool" }),
  leader: gauge({ help: "1 for the one that leads.", unit: "bool" }),
  counted_at: gauge({ help: "When parcels were last counted.", unit: "timestamp" }),
  started_at: gauge({ help: "When it was started.", unit: "timestamp" }),
  scan_seconds: histogram({ help: "How long a scan takes.", unit: "seconds", buckets: [0.1, 0.5, 1, 5] }),
});
export const jobs = { depot };
export const part = (of: typeof m.parcels_total, size: "small" | "large") =>
  of.where({ lane: "north", size });

/** All is at rest, and each alert fires when its scenario is played; the answer is which others fire with it. */
export function alone({ model, plans, unasked, firingWith }: Simulated): Record<string, readonly string[]> {
  expect(plans.unrest).toEqual([]);
  expect(unasked).toEqual([]);
  return Object.fromEntries(
    model.alerts
      .filter(({ scenarios }) => scenarios.some(({ given }) => given.length > 0))
      .map(({ name }) => {
        const fired = firingWith(name);
        expect(fired, `${name} is played`).toContain(name);
        return [name, fired.filter((one) => one !== name)];
      }),
  );
}
