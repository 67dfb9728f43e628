import { alert, everyJob, holds, percent, promql, quantile, runs, seconds } from "signalbox";
import { describe, expect, test } from "vitest";
import { low } from "../checks/small-platform.ts";
import { alone, jobs, m, part } from "./depot.ts";
import { projectOf, simulated, words } from "./small-project.ts";

describe("nothing fires that nobody asked for, and each alert does when it is played", () => {
  test("a sum over a free label of which a scenario plays one value", () => {
    const ManyDoors = alert({
      ...words,
      expr: m.doors.sum().gt(12),
      scenario: holds(m.doors.where({ lane: "north" }), { quiet: 9, edge: 12, rings: 13 }),
    });
    const NorthIsShut = alert({
      ...words,
      expr: m.doors.where({ lane: "south" }).lt(1),
      scenario: holds(m.doors.where({ lane: "south" }), { quiet: 4, edge: 1, rings: 0 }),
    });
    const world = simulated(projectOf({ jobs, metrics: { m }, alerts: { ManyDoors, NorthIsShut } }));
    expect(world.unsettled).toEqual(["ManyDoors"]);
    expect(alone(world)).toEqual({ ManyDoors: [], NorthIsShut: [] });
  });

  test("a ratio of two counters that other scenarios play too", () => {
    const LostParcels = alert({
      ...words,
      expr: m.lost_total.rate("5m").sum().div(m.parcels_total.rate("5m").sum()).gt(percent(5)),
      scenario: {
        plays: [
          runs(part(m.lost_total, "small"), { quiet: 0.1, edge: 0.5, rings: 0.75 }),
          runs(part(m.parcels_total, "small"), 10),
        ],
      },
    });
    const LostInTheSouth = alert({
      ...words,
      severity: low,
      expr: m.lost_total.where({ lane: "south" }).rate("5m").gt(4),
      scenario: runs(m.lost_total.where({ lane: "south", size: "large" }), { quiet: 3, edge: 4, rings: 5 }),
    });
    const SouthIsIdle = alert({
      ...words,
      severity: low,
      expr: m.parcels_total.where({ lane: "south" }).rate("5m").sum().lt(1),
      scenario: runs(m.parcels_total.where({ lane: "south", size: "small" }), {
        quiet: 2,
        edge: 1,
        rings: 0.5,
      }),
    });
    const world = simulated(
      projectOf({ jobs, metrics: { m }, alerts: { LostParcels, LostInTheSouth, SouthIsIdle } }),
    );
    expect(world.unsettled).toEqual(["LostParcels"]);
    expect(alone(world)).toEqual({
      LostParcels: [],
      LostInTheSouth: [],
      SouthIsIdle: [],
    });
  });

  test("a filtered count, and a count of series above a value", () => {
    const DoorsOpen = alert({
      ...words,
      expr: m.doors.gt(3).count().gte(3),
      scenario: {
        plays: ["north", "south", "east"].map((lane) =>
          holds(m.doors.where({ lane }), { quiet: 1, edge: 3, rings: 4 }),
        ),
      },
    });
    const FewDoors = alert({
      ...words,
      severity: low,
      expr: m.doors.where({ lane: "west" }).lt(5),
      scenario: holds(m.doors.where({ lane: "west" }), { quiet: 6, edge: 5, rings: 4 }),
    });
    const world = simulated(projectOf({ jobs, metrics: { m }, alerts: { DoorsOpen, FewDoors } }));
    expect(world.unsettled).toEqual(["DoorsOpen"]);
    expect(alone(world)).toEqual({ DoorsOpen: [], FewDoors: [] });
  });

  test("a quantile beside a ratio of the count of the same histogram", () => {
    const SlowScans = alert({
      ...words,
      expr: m.scan_seconds.quantile(0.95, "5m", "instance").gt(seconds(1)),
      scenario: quantile(m.scan_seconds, 0.95, { quiet: seconds(0.3), edge: seconds(1), rings: seconds(2) }),
    });
    const ScansWithoutParcels = alert({
      ...words,
      expr: m.scan_seconds.count.rate("5m").sum().div(m.parcels_total.rate("5m").sum(), {}).gt(3),
      scenario: {
        plays: [
          runs(m.scan_seconds.count, { quiet: 10, edge: 30, rings: 40 }),
          runs(part(m.parcels_total, "small"), 10),
        ],
      },
    });
    const world = simulated(projectOf({ jobs, metrics: { m }, alerts: { SlowScans, ScansWithoutParcels } }));
    expect(alone(world)).toEqual({ ScansWithoutParcels: [], SlowScans: [] });
  });

  test("what is absent, also of a label that no scenario plays", () => {
    const NorthIsGone = alert({
      ...words,
      expr: m.doors.where({ lane: "north" }).absent(),
      scenario: holds(m.doors.where({ lane: "north" }), { quiet: 1, rings: "missing" }),
    });
    const NothingIsSorted = alert({
      ...words,
      expr: promql`absent(parcels_total{job="depot",lane="main",size="large"})`,
      scenario: runs(part(m.parcels_total, "small"), { quiet: 1, rings: "missing" }),
    });
    const world = simulated(projectOf({ jobs, metrics: { m }, alerts: { NorthIsGone, NothingIsSorted } }));
    expect(world.unasked).toEqual([]);
    expect(world.firingWith("NorthIsGone")).toEqual(["NorthIsGone"]);
  });

  test("a join of two metrics, each with limits of its own", () => {
    const AlmostFull = alert({
      ...words,
      expr: m.stock.div(m.room).gt(percent(90)),
      scenario: {
        plays: [holds(m.stock, { quiet: 50, edge: 90, rings: 91 }), holds(m.room, 100)],
      },
    });
    const Crowded = alert({
      ...words,
      severity: low,
      expr: m.stock.gt(2000),
      scenario: holds(m.stock, { quiet: 1500, edge: 2000, rings: 2100 }),
    });
    const Small = alert({
      ...words,
      expr: m.room.lt(80),
      scenario: holds(m.room, { quiet: 100, edge: 80, rings: 70 }),
    });
    const world = simulated(projectOf({ jobs, metrics: { m }, alerts: { AlmostFull, Crowded, Small } }));
    expect(world.unsettled).toEqual(["AlmostFull"]);
    expect(alone(world)).toMatchObject({ AlmostFull: [], Crowded: ["AlmostFull"] });
  });

  test("two alerts on a gauge in opposite directions", () => {
    const TooFull = alert({
      ...words,
      expr: m.load.gt(percent(80)),
      scenario: holds(m.load, { quiet: percent(20), edge: percent(80), rings: percent(85) }),
    });
    const TooIdle = alert({
      ...words,
      severity: low,
      expr: m.load.lt(percent(30)),
      scenario: holds(m.load, { quiet: percent(95), edge: percent(30), rings: percent(20) }),
    });
    const world = simulated(projectOf({ jobs, metrics: { m }, alerts: { TooFull, TooIdle } }));
    expect(world.unsettled).toEqual(["TooFull"]);
    expect(alone(world)).toEqual({ TooFull: [], TooIdle: [] });
  });

  test("what only keeps an alert silent, and nobody plays", () => {
    const BeltsStand = alert({
      ...words,
      expr: m.belts.lt(4).unless(m.in_repair.eq(1), { on: ["instance"] }),
      scenario: holds(m.belts, { quiet: 8, edge: 4, rings: 3 }),
    });
    expect(alone(simulated(projectOf({ jobs, metrics: { m }, alerts: { BeltsStand } })))).toEqual({
      BeltsStand: [],
    });
  });

  test("of several instances one that is different from the others, and all of them", () => {
    const NoLeader = alert({
      ...words,
      expr: m.leader.sum().ne(1),
      scenario: holds(m.leader, { quiet: 1, rings: 0 }),
    });
    const AllDown = alert({
      ...words,
      expr: everyJob.up.where({ job: "depot" }).max().eq(0),
      scenario: holds(everyJob.up.where({ job: "depot" }), { quiet: 1, rings: 0 }),
    });
    const world = simulated(projectOf({ jobs, metrics: { m }, alerts: { NoLeader, AllDown } }));
    expect(world.unsettled).toEqual(["NoLeader"]);
    // Where no instance answers there is no sum either.
    expect(alone(world)).toEqual({ NoLeader: [], AllDown: [] });
  });
});
