import {
  alert,
  counter,
  days,
  everyJob,
  gauge,
  hours,
  grows,
  histogram,
  holds,
  metrics,
  percent,
  probe,
  probeModule,
  promql,
  quantile,
  recording,
  restarts,
  runs,
  scrapeJob,
  seconds,
  share,
  time,
  timeLeft,
} from "signalbox";
import { describe, expect, test } from "vitest";
import { definitions as withSlos } from "../slo/small-slos.ts";
import { low } from "../checks/small-platform.ts";
import { projectOf, simulated, words, type Simulated } from "./small-project.ts";

const depot = scrapeJob("depot", {
  description: "Where parcels are.",
  targets: ["localhost:8080", "localhost:8081"],
  labels: { service: "depot" },
});
const m = metrics(depot, {
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
const jobs = { depot };
const part = (of: typeof m.parcels_total, size: "small" | "large") => of.where({ lane: "north", size });

/** All is at rest, and each alert fires when its scenario is played; the answer is which others fire with it. */
function alone({ model, plans, unasked, firingWith }: Simulated): Record<string, readonly string[]> {
  expect(plans.unrest).toEqual([]);
  expect(unasked).toEqual([]);
  return Object.fromEntries(
    model.alerts
      .filter(({ scenarios }) => scenarios.some(({ plays }) => plays.length > 0))
      .map(({ name }) => {
        const fired = firingWith(name);
        expect(fired, `${name} is played`).toContain(name);
        return [name, fired.filter((one) => one !== name)];
      }),
  );
}

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

  test("limits on recordings of recordings", () => {
    const rate = recording("size:parcels:rate5m", m.parcels_total.rate("5m").sumBy("size"), {});
    const total = recording("depot:parcels:rate5m", rate.sum(), {});
    const TooMany = alert({
      ...words,
      expr: total.gt(9),
      scenario: runs(m.parcels_total.where({ size: "small" }), { quiet: 5, edge: 9, rings: 10 }),
    });
    const FewLarge = alert({
      ...words,
      severity: low,
      expr: rate.where({ size: "large" }).lt(7),
      scenario: runs(m.parcels_total.where({ size: "large" }), { quiet: 8, edge: 7, rings: 6 }),
    });
    const world = simulated(
      projectOf({ jobs, metrics: { m }, recordings: { rate, total }, alerts: { TooMany, FewLarge } }),
    );
    expect(world.unsettled).toEqual(["TooMany"]);
    expect(alone(world)).toEqual({ TooMany: [], FewLarge: [] });
  });

  test("moments, trends, changes and what was an hour ago", () => {
    const NotCounted = alert({
      ...words,
      expr: time().sub(m.counted_at).gt(hours(2)),
      scenario: timeLeft(m.counted_at, { quiet: hours(-0.5), edge: hours(-2), rings: hours(-3) }),
    });
    const Restarts = alert({
      ...words,
      expr: m.started_at.changes("15m").gt(2),
      scenario: restarts(m.started_at),
    });
    const FillsUp = alert({
      ...words,
      expr: m.stock.predictLinear("1h", days(1)).gt(1000),
      scenario: grows(m.stock, "1h", { quiet: 0, rings: 100 }, { from: 100 }),
    });
    const FarLessThanBefore = alert({
      ...words,
      expr: promql`${m.belts} < 0.5 * ${m.belts} offset 1h`,
      scenario: { plays: [grows(m.belts, "1h", { quiet: 0, rings: -60 }, { from: 100 })], after: "1h10m" },
    });
    const alerts = { NotCounted, Restarts, FillsUp, FarLessThanBefore };
    expect(alone(simulated(projectOf({ jobs, metrics: { m }, alerts })))).toEqual({
      NotCounted: [],
      Restarts: [],
      FillsUp: [],
      FarLessThanBefore: [],
    });
  });

  test("an SLO whose burn alerts look at what another alert plays", () => {
    const world = simulated(withSlos);
    expect(world.plans.unrest).toEqual([]);
    expect(world.unasked).toEqual([]);
    for (const { name } of world.model.alerts) expect(world.firingWith(name)).toContain(name);
  });

  test("every job is up, and every probe succeeds, whatever is said of them", () => {
    const site = probe("site", {
      description: "The site.",
      targets: ["http://localhost:80/"],
      module: probeModule("http_ok", { description: "It answers.", timeout: "5s", validStatusCodes: [204] }),
      labels: { service: "depot" },
    });
    const Down = alert({
      ...words,
      expr: everyJob.up.eq(0),
      scenario: holds(everyJob.up.where({ job: "depot" }), { quiet: 1, rings: 0 }),
    });
    const Fails = alert({
      ...words,
      expr: site.probe_success.eq(0).or(site.probe_http_status_code.ne(204)),
      scenario: holds(site.probe_success, { quiet: 1, rings: 0 }),
    });
    const alerts = { Down, Fails };
    expect(alone(simulated(projectOf({ jobs: { depot, site }, metrics: { m }, alerts })))).toEqual({
      Down: [],
      Fails: [],
    });
  });

  test.each([1, 20, 60])("at speed %i, where an increase takes less time than it says", (speed) => {
    const Failing = alert({
      ...words,
      expr: m.lost_total.increase("10m").sumBy("instance").gt(30),
      scenario: grows(part(m.lost_total, "small"), "10m", { quiet: 3, edge: 30, rings: 40 }),
    });
    const Busy = alert({
      ...words,
      severity: low,
      expr: m.lost_total.where({ lane: "south" }).rate("5m").sum().gt(8),
      scenario: runs(m.lost_total.where({ lane: "south", size: "small" }), { quiet: 1, edge: 8, rings: 9 }),
    });
    const world = simulated(projectOf({ jobs, metrics: { m }, alerts: { Failing, Busy } }), speed);
    expect(alone(world)["Failing"]).toEqual([]);
  });
});

describe("where there are no healthy values", () => {
  test("it is said which alerts contradict each other, where they stand, and what to do", () => {
    const TooMany = alert({
      ...words,
      expr: m.belts.gt(5),
      scenario: holds(m.belts, { quiet: 4, edge: 5, rings: 6 }),
    });
    const TooFew = alert({
      ...words,
      severity: low,
      expr: m.belts.lt(7),
      scenario: holds(m.belts, { quiet: 8, edge: 7, rings: 6 }),
    });
    const Other = alert({
      ...words,
      expr: m.load.gt(percent(90)),
      scenario: holds(m.load, { quiet: percent(10), edge: percent(90), rings: percent(91) }),
    });
    // Without belts both would be at rest, but then there is nothing to watch.
    const { plans, unasked } = simulated(
      projectOf({ jobs, metrics: { m }, alerts: { TooMany, TooFew, Other } }),
    );
    expect(unasked).toHaveLength(1);
    expect(
      plans.unrest.map(({ text }) => text.replaceAll(/\S+healthy-world\.test\.ts:\d+/g, "here")),
    ).toEqual([
      expect.stringMatching(
        /^here: alert "Too\w+" fires though nothing is wrong: where it is at rest, "Too\w+" fires\n {2}fix: let the two limits leave room for a value that is healthy for both, or narrow one of the selectors; see here$/,
      ),
    ]);
  });

  test("an alert that holds whatever its series do is told by itself", () => {
    const Always = alert({
      ...words,
      expr: promql`count(${m.belts} or vector(1)) > 0`,
      scenario: holds(m.belts, { quiet: 4, rings: 6 }),
    });
    const { plans } = simulated(projectOf({ jobs, metrics: { m }, alerts: { Always } }));
    expect(plans.unrest.map(({ text }) => text)).toEqual([
      expect.stringContaining(
        'alert "Always" fires though nothing is wrong: it does so whatever the series are that it looks at\n  fix: look at its condition: is there a value with which it does not hold?',
      ),
    ]);
  });
});

test("of what only one scenario speaks, nothing is changed that need not be", () => {
  const Lost = alert({
    ...words,
    expr: m.lost_total.rate("5m").sum().div(m.parcels_total.rate("5m").sum()).gt(percent(5)),
    scenario: share(part(m.lost_total, "small"), part(m.parcels_total, "small"), {
      quiet: percent(1),
      edge: percent(5),
      rings: percent(6),
    }),
  });
  const { unsettled, plans } = simulated(projectOf({ jobs, metrics: { m }, alerts: { Lost } }));
  expect(unsettled).toEqual([]);
  expect(plans.acted.size).toBe(0);
});
