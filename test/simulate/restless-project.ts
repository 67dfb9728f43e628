// A project whose scenarios contradict each other when they are all played at once: what each says is healthy fires another.
import { alert, counter, gauge, holds, metrics, percent, runs, scrapeJob } from "signalbox";
import { low } from "../checks/small-platform.ts";
import { projectOf, words } from "./small-project.ts";

const depot = scrapeJob("depot", {
  description: "Where parcels are.",
  targets: ["localhost:8080", "localhost:8081"],
  labels: { service: "depot" },
});
const sizes = ["small", "large"] as const;
const m = metrics(depot, {
  parcels_total: counter({ help: "Parcels.", unit: "parcels", labels: { size: sizes } }),
  lost_total: counter({ help: "Lost parcels.", unit: "parcels", labels: { size: sizes } }),
  doors: gauge({ help: "Open doors.", unit: "doors", labels: { lane: "*" } }),
  leader: gauge({ help: "1 for the one that leads.", unit: "bool" }),
});
const [north, west] = ["north", "west"].map((lane) => m.doors.where({ lane }));
if (!north || !west) throw new Error("there are two lanes");

const small = { size: "small" } as const;
const large = { size: "large" } as const;

export const ManyDoors = alert({
  ...words,
  expr: m.doors.sum().gt(30),
  scenario: holds(north, { ok: 9, limit: 30, firing: 31 }),
});
export const WestIsShut = alert({
  ...words,
  severity: low,
  expr: west.lt(1),
  scenario: holds(west, { ok: 14, limit: 1, firing: 0 }),
});
export const LostParcels = alert({
  ...words,
  expr: m.lost_total.rate("5m").sum().div(m.parcels_total.rate("5m").sum()).gt(percent(5)),
  scenario: {
    given: [
      runs(m.lost_total.where(small), { ok: 0.1, limit: 0.5, firing: 0.75 }),
      runs(m.parcels_total.where(small), 10),
    ],
  },
});
export const LargeLost = alert({
  ...words,
  severity: low,
  expr: m.lost_total.where(large).rate("5m").gt(4),
  scenario: runs(m.lost_total.where(large), { ok: 3, limit: 4, firing: 5 }),
});
export const NoLeader = alert({
  ...words,
  expr: m.leader.sum().ne(1),
  scenario: holds(m.leader, { ok: 1, firing: 0 }),
});

export const definitions = projectOf({
  jobs: { depot },
  metrics: { m },
  alerts: { ManyDoors, WestIsShut, LostParcels, LargeLost, NoLeader },
});
