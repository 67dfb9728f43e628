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
      scenario: holds(m.doors.where({ lane: "north" }), { ok: 9, limit: 12, firing: 13 }),
    });
    const NorthIsShut = alert({
      ...words,
      expr: m.doors.where({ lane: "south" }).lt(1),
      scenario: holds(m.doors.where({ lane: "south" }), { ok: 4, limit: 1, firing: 0 }),
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
        given: [
          runs(part(m.lost_total, "small"), { ok: 0.1, limit: 0.5, firing: 0.75 }),
          runs(part(m.parcels_total, "small"), 10),
        ],
      },
    });
    const LostInTheSouth = alert({
      ...words,
      severity: low,
      expr: m.lost_total.where({ lane: "south" }).rate("5m").gt(4),
      scenario: runs(m.lost_total.where({ lane: "south", size: "large" }), { ok: 3, limit: 4, firing: 5 }),
    });
    const SouthIsIdle = alert({
      ...words,
      severity: low,
      expr: m.parcels_total.where({ lane: "south" }).rate("5m").sum().lt(1),
      scenario: runs(m.parcels_total.where({ lane: "south", size: "small" }), {
        ok: 2,
        limit: 1,
        firing: 0.5,
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
        given: ["north", "south", "east"].map((lane) =>
          holds(m.doors.where({ lane }), { ok: 1, limit: 3, firing: 4 }),
        ),
      },
    });
    const FewDoors = alert({
      ...words,
      severity: low,
      expr: m.doors.where({ lane: "west" }).lt(5),
      scenario: holds(m.doors.where({ lane: "west" }), { ok: 6, limit: 5, firing: 4 }),
    });
    const world = simulated(projectOf({ jobs, metrics: { m }, alerts: { DoorsOpen, FewDoors } }));
    expect(world.unsettled).toEqual(["DoorsOpen"]);
    expect(alone(world)).toEqual({ DoorsOpen: [], FewDoors: [] });
  });

  test("a quantile beside a ratio of the count of the same histogram", () => {
    const SlowScans = alert({
      ...words,
      expr: m.scan_seconds.quantile(0.95, "5m", "instance").gt(seconds(1)),
      scenario: quantile(m.scan_seconds, 0.95, { ok: seconds(0.3), limit: seconds(1), firing: seconds(2) }),
    });
    const ScansWithoutParcels = alert({
      ...words,
      expr: m.scan_seconds.count.rate("5m").sum().div(m.parcels_total.rate("5m").sum(), {}).gt(3),
      scenario: {
        given: [
          runs(m.scan_seconds.count, { ok: 10, limit: 30, firing: 40 }),
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
      scenario: holds(m.doors.where({ lane: "north" }), { ok: 1, firing: "missing" }),
    });
    const NothingIsSorted = alert({
      ...words,
      expr: promql`absent(parcels_total{job="depot",lane="main",size="large"})`,
      scenario: runs(part(m.parcels_total, "small"), { ok: 1, firing: "missing" }),
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
        given: [holds(m.stock, { ok: 50, limit: 90, firing: 91 }), holds(m.room, 100)],
      },
    });
    const Crowded = alert({
      ...words,
      severity: low,
      expr: m.stock.gt(2000),
      scenario: holds(m.stock, { ok: 1500, limit: 2000, firing: 2100 }),
    });
    const Small = alert({
      ...words,
      expr: m.room.lt(80),
      scenario: holds(m.room, { ok: 100, limit: 80, firing: 70 }),
    });
    const world = simulated(projectOf({ jobs, metrics: { m }, alerts: { AlmostFull, Crowded, Small } }));
    expect(world.unsettled).toEqual(["AlmostFull"]);
    expect(alone(world)).toMatchObject({ AlmostFull: [], Crowded: ["AlmostFull"] });
  });

  test("two alerts on a gauge in opposite directions", () => {
    const TooFull = alert({
      ...words,
      expr: m.load.gt(percent(80)),
      scenario: holds(m.load, { ok: percent(20), limit: percent(80), firing: percent(85) }),
    });
    const TooIdle = alert({
      ...words,
      severity: low,
      expr: m.load.lt(percent(30)),
      scenario: holds(m.load, { ok: percent(95), limit: percent(30), firing: percent(20) }),
    });
    const world = simulated(projectOf({ jobs, metrics: { m }, alerts: { TooFull, TooIdle } }));
    expect(world.unsettled).toEqual(["TooFull"]);
    expect(alone(world)).toEqual({ TooFull: [], TooIdle: [] });
  });

  test("what only keeps an alert silent, and nobody plays", () => {
    const BeltsStand = alert({
      ...words,
      expr: m.belts.lt(4).unless(m.in_repair.eq(1), { on: ["instance"] }),
      scenario: holds(m.belts, { ok: 8, limit: 4, firing: 3 }),
    });
    expect(alone(simulated(projectOf({ jobs, metrics: { m }, alerts: { BeltsStand } })))).toEqual({
      BeltsStand: [],
    });
  });

  test("of several instances one that is different from the others, and all of them", () => {
    const NoLeader = alert({
      ...words,
      expr: m.leader.sum().ne(1),
      scenario: holds(m.leader, { ok: 1, firing: 0 }),
    });
    const AllDown = alert({
      ...words,
      expr: everyJob.up.where({ job: "depot" }).max().eq(0),
      scenario: holds(everyJob.up.where({ job: "depot" }), { ok: 1, firing: 0 }),
    });
    const world = simulated(projectOf({ jobs, metrics: { m }, alerts: { NoLeader, AllDown } }));
    expect(world.unsettled).toEqual(["NoLeader"]);
    // Where no instance answers there is no sum either.
    expect(alone(world)).toEqual({ NoLeader: [], AllDown: [] });
  });
});
