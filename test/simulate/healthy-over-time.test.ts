import {
  alert,
  days,
  everyJob,
  everyRecording,
  grows,
  hours,
  holds,
  probe,
  probeModule,
  promql,
  restarts,
  runs,
  time,
  timeLeft,
} from "signalbox";
import { recordingNamed as recording } from "../../generators/language/recording.ts";
import { describe, expect, test } from "vitest";
import { definitions as withSlos } from "../slo/small-slos.ts";
import { low } from "../checks/small-platform.ts";
import { alone, depot, jobs, m, part } from "./depot.ts";
import { projectOf, simulated, words } from "./small-project.ts";

describe("rules over rules and over time: nothing fires unasked, and each alert does when it is played", () => {
  test("limits on recordings of recordings", () => {
    const rate = recording("size:parcels:rate5m", m.parcels_total.rate("5m").sumBy("size"), {});
    const total = recording("depot:parcels:rate5m", rate.sum(), {});
    const TooMany = alert({
      ...words,
      expr: total.gt(9),
      scenario: runs(m.parcels_total.where({ size: "small" }), { ok: 5, limit: 9, firing: 10 }),
    });
    const FewLarge = alert({
      ...words,
      severity: low,
      expr: rate.where({ size: "large" }).lt(7),
      scenario: runs(m.parcels_total.where({ size: "large" }), { ok: 8, limit: 7, firing: 6 }),
    });
    const world = simulated(
      projectOf({ jobs, metrics: { m }, recordings: { rate, total }, alerts: { TooMany, FewLarge } }),
    );
    expect(world.unsettled).toEqual(["TooMany"]);
    expect(alone(world)).toEqual({ TooMany: [], FewLarge: [] });
  });

  test("recordings of one name, told apart by the labels that they set, and alerts of one name", () => {
    const [small, large] = (["small", "large"] as const).map((size) => m.parcels_total.where({ size }));
    if (!small || !large) throw new Error("there are two sizes");
    const name = "depot:parcels:rate5m";
    const letters = recording(name, small.rate("5m").sum(), { labels: { goods: "letters" } });
    const crates = recording(name, large.rate("5m").sum(), { labels: { goods: "crates" } });
    const TooMany = alert({
      ...words,
      expr: everyRecording(letters, crates).gt(9),
      scenario: [
        { given: [runs(small, { ok: 5, limit: 9, firing: 10 })] },
        { given: [runs(large, { ok: 5, limit: 9, firing: 10 })] },
      ],
    });
    const FewCrates = alert({
      ...words,
      named: "TooMany",
      severity: low,
      expr: crates.lt(7),
      scenario: runs(large, { ok: 8, limit: 7, firing: 6 }),
    });
    const world = simulated(
      projectOf({ jobs, metrics: { m }, recordings: { letters, crates }, alerts: { TooMany, FewCrates } }),
    );
    expect(alone(world)).toEqual({ TooMany: [], FewCrates: [] });
  });

  test("moments, trends, changes and what was an hour ago", () => {
    const NotCounted = alert({
      ...words,
      expr: time().sub(m.counted_at).gt(hours(2)),
      scenario: timeLeft(m.counted_at, { ok: hours(-0.5), limit: hours(-2), firing: hours(-3) }),
    });
    const Restarts = alert({
      ...words,
      expr: m.started_at.changes("15m").gt(2),
      scenario: restarts(m.started_at),
    });
    const FillsUp = alert({
      ...words,
      expr: m.stock.predictLinear("1h", days(1)).gt(1000),
      scenario: grows(m.stock, "1h", { ok: 0, firing: 100 }, { from: 100 }),
    });
    const FarLessThanBefore = alert({
      ...words,
      expr: promql`${m.belts} < 0.5 * ${m.belts} offset 1h`,
      scenario: { given: [grows(m.belts, "1h", { ok: 0, firing: -60 }, { from: 100 })], after: "1h10m" },
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
      unguarded: "the alerts that a test writes are looked at, and no others",
    });
    const Down = alert({
      ...words,
      expr: everyJob.up.eq(0),
      scenario: holds(everyJob.up.where({ job: "depot" }), { ok: 1, firing: 0 }),
    });
    const Fails = alert({
      ...words,
      expr: site.probe_success.eq(0).or(site.probe_http_status_code.ne(204)),
      scenario: holds(site.probe_success, { ok: 1, firing: 0 }),
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
      scenario: grows(part(m.lost_total, "small"), "10m", { ok: 3, limit: 30, firing: 40 }),
    });
    const Busy = alert({
      ...words,
      severity: low,
      expr: m.lost_total.where({ lane: "south" }).rate("5m").sum().gt(8),
      scenario: runs(m.lost_total.where({ lane: "south", size: "small" }), { ok: 1, limit: 8, firing: 9 }),
    });
    const world = simulated(projectOf({ jobs, metrics: { m }, alerts: { Failing, Busy } }), speed);
    expect(alone(world)["Failing"]).toEqual([]);
  });
});
