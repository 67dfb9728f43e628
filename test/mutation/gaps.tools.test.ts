import { alert, counter, everyJob, gauge, grows, holds, metrics, promql, runs } from "signalbox";
import { expect, test } from "vitest";
import { api, plainWords } from "../checks/small-shop.ts";
import { tried } from "./tried.ts";

const program = metrics(api, {
  shop_waiting: gauge({ help: "Who waits.", unit: "people" }),
  shop_build_info: gauge({ help: "Its version.", labels: { version: "*" } }),
  shop_worker_jobs: gauge({ help: "What a worker has to do.", unit: "jobs", labels: { worker: "*" } }),
  shop_refusals_total: counter({ help: "What was refused.", unit: "refusals" }),
});
const { shop_waiting: waiting, shop_build_info: info, shop_worker_jobs: jobs } = program;
const { shop_refusals_total: refusals } = program;
const up = everyJob.up.where({ job: "shop-api" });
const target = ["job", "instance"] as const;
const waits = holds(waiting, { ok: 5, limit: 50, firing: 51 });
const version = holds(info, 1);
const removed = { "gap tolerance removed": true };
const both = { ...removed, "gap tolerance doubled": true };
const all = { ...both, "last values beside new ones": true };

test.each([
  ["a gauge", waiting.gt(50), [waits], both],
  ["the highest of a gauge", waiting.max().gt(50), [waits], both],
  [
    "a join with versions",
    promql`${waiting} * on (instance) group_left (version) ${info} > 50`,
    [waits, version],
    all,
  ],
  [
    "a join with the highest of versions",
    promql`${waiting} * on (instance) group_left (version) max by (instance, version) (${info}) > 50`,
    [waits, version],
    all,
  ],
  [
    "a join that leaves the version out",
    promql`${waiting} * on (instance) group_left () max by (instance, version) (${info} > 0) > 50`,
    [waits, version],
    all,
  ],
  [
    "how many versions there are",
    promql`count by (instance) (${info}) > 1`,
    [version, holds(info.where({ version: "2" }), { ok: "missing", firing: 1 })],
    all,
  ],
  [
    "what all workers have",
    jobs.sumBy("instance").gt(10),
    [holds(jobs, { ok: 1, limit: 10, firing: 11 })],
    all,
  ],
  [
    "what few workers have",
    jobs.sumBy("instance").lt(10),
    [holds(jobs, { ok: 30, limit: 10, firing: 9 })],
    all,
  ],
  // However many there are, it is more than nothing.
  [
    "whether a worker has any",
    jobs.sumBy("instance").gt(0),
    [holds(jobs, { ok: 0, limit: 0, firing: 1 })],
    both,
  ],
  [
    "growth while it is up",
    refusals.rate("5m").gt(3).unless(up.eq(0), { on: target }),
    [runs(refusals, { ok: 0, limit: 3, firing: 3.5 })],
    removed,
  ],
  [
    "growth of what is up",
    refusals.rate("5m").gt(3).and(up.eq(1), { on: target }),
    [runs(refusals, { ok: 0, limit: 3, firing: 3.5 }), holds(up, 1)],
    removed,
  ],
  [
    "an increase while it is up",
    refusals.increase("1m").gt(3).unless(up.eq(0), { on: target }),
    [grows(refusals, "1m", { ok: 0, limit: 3, firing: 3.5 })],
    removed,
  ],
  // What is missing is an alert of its own, or the same one, which then needs no last value.
  ["a gauge, or that there is none", promql`${waiting} > 50 or absent(${waiting})`, [waits], removed],
  [
    "the highest, or that there is none",
    promql`max by (job) (${waiting}) > 50 or absent(${waiting})`,
    [waits],
    { "gap tolerance removed": false },
  ],
  [
    "how many workers there are, or 0",
    promql`(count by (instance) (${jobs}) or on (instance) ${up} * 0) < 2`,
    [
      holds(jobs.where({ worker: "a" }), 1),
      holds(jobs.where({ worker: "b" }), { ok: 1, limit: 1, firing: "missing" }),
      holds(up, 1),
    ],
    { ...removed, "last values beside new ones": true },
  ],
  // What keeps it silent does so for a little when it is gone.
  [
    "what is up and says nothing",
    up.eq(1).unless(waiting, { on: target }),
    [holds(up, 1), holds(waiting, { ok: 5, firing: "missing" })],
    both,
  ],
  ["a gauge while it is up", waiting.gt(50).unless(up.eq(0), { on: target }), [waits], both],
] as const)("%s", async (_, expr, given, expected) => {
  const Waiting = alert({ ...plainWords, for: "5m", expr, scenario: { given } });
  expect(await tried({ metrics: { program }, alerts: { Waiting } }, "Waiting", "gaps")).toEqual(expected);
});
