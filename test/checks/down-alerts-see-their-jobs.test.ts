import {
  alert,
  counter,
  everyJob,
  holds,
  metrics,
  probe,
  probeModule,
  promql,
  recording,
  scrapeJob,
  type AlertDefinition,
} from "signalbox";
import { describe, expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { api, plainWords, sales } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "down-alerts-see-their-jobs";
const till = scrapeJob("till", {
  description: "Two tills.",
  targets: ["localhost:81", "localhost:82"],
  labels: { floor: "1" },
});
const cash = metrics(till, { cash_total: counter({ help: "Cash.", unit: "coins" }) });
const page = probe("page", {
  description: "The page.",
  targets: ["http://localhost:80/"],
  module: probeModule("page", { description: "Any answer.", timeout: "5s" }),
});
const jobs = { till, page };
const worstUp = recording("job:up:min", till.up.minBy("job"), {
  help: "Whether all are up.",
  example: { given: [holds(till.up, 1)], expect: 1 },
});

function problems(expr: AlertDefinition["expr"], downOf: AlertDefinition["downOf"] = till): string[] {
  const Down = alert({ ...plainWords, expr, ...(downOf && { downOf }) });
  const parts = { jobs, metrics: { cash }, recordings: { worstUp }, alerts: { Down } };
  return problemsOf(id, definitionsWith(parts)).map((problem) =>
    problem.replace(/^.*is declared to fire when /, ""),
  );
}
const fix = "\n  fix: compare the job's up with 0, such as handle.up.eq(0), or remove the job from downOf";

test("an alert that does not look at its job is reported, with what to do", () => {
  // of requests
  const Few = alert({ ...plainWords, expr: cash.cash_total.rate("5m").lt(1), downOf: [api, till] });
  expect(problemsOf(id, definitionsWith({ jobs, metrics: { cash }, alerts: { Few } }))).toEqual(
    [api, till].map(
      ({ job }) =>
        `${at("of requests")}: alert "Few" is declared to fire when job "${job}" is down, but its expression reads neither up{job="${job}"} nor absent(…) (${id})${fix}`,
    ),
  );
});

describe("a sign of the job is", () => {
  test.each<[string, AlertDefinition["expr"]]>([
    ["its up", till.up.eq(0)],
    ["its up, or that it is gone", till.up.eq(0).or(till.up.absent())],
    ["below 1", till.up.lt(1)],
    ["up of jobs like it", everyJob.up.where({ job: /ti.*/ }).eq(0)],
    ["up of all", everyJob.up.eq(0)],
    ["by its labels", promql`up{floor="1"} == 0`],
    ["over a time", till.up.avgOverTime("5m").lt(0.5)],
    ["that all of its targets are down", till.up.sumBy("job").eq(0)],
    ["through a recording", worstUp.eq(0)],
    ["that its series are absent", cash.cash_total.absent()],
    ["that they have been for a while", cash.cash_total.absentOverTime("5m")],
  ])("%s", (_, expr) => {
    expect(problems(expr)).toEqual([]);
  });

  test("of a probe its up: the exporter between may be down, and then there is no probe_success", () => {
    expect(problems(page.up.eq(0), page)).toEqual([]);
    expect(problems(page.probe_success.eq(0), page)).toEqual([
      `job "page" is down, but its expression reads neither up{job="page"} nor absent(…) (${id})${fix}`,
    ]);
    expect(problems(page.probe_success.eq(0).or(page.probe_success.absent()), page)).toEqual([]);
  });
});

describe("no sign of the job is", () => {
  const neither = `job "till" is down, but its expression reads neither up{job="till"} nor absent(…) (${id})${fix}`;
  const nothing = `job "till" is down, but its expression returns nothing when up is 0 for all its targets (${id})${fix}`;

  test.each<[string, AlertDefinition["expr"], string]>([
    ["up of another", api.up.eq(0), neither],
    ["up of all others", everyJob.up.whereNot({ job: "till" }).eq(0), neither],
    ["what is absent of another", sales.shop_orders_total.absent(), neither],
    ["that it is up", till.up.eq(1), nothing],
    ["that up is absent, which it is not while the job is down", till.up.absent(), nothing],
    [
      "one of its targets",
      till.up.where({ instance: "localhost:81" }).eq(0),
      `job "till" is down, but it does not cover its target localhost:82 (${id})${fix}`,
    ],
  ])("%s", (_, expr, message) => {
    expect(problems(expr)).toEqual([message]);
  });
});

test("a job that no service has", () => {
  // elsewhere
  const lost = scrapeJob("lost", { description: "Of nobody.", targets: ["localhost:9"] });
  expect(problems(lost.up.eq(0), lost)).toEqual([
    `job "lost" is down, but no service exports that job, defined at ${at("elsewhere")} (${id})\n` +
      "  fix: export it from the jobs of its service, or remove it from downOf",
  ]);
});

test("of an expression that is wrong that is reported, and nothing else", () => {
  expect(problems(promql`upp{job="till"} == 0`)).toEqual([]);
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "the tills tell it themselves" };
  const Few = alert({ ...plainWords, expr: cash.cash_total.rate("5m").lt(1), downOf: till, allow });
  expect(problemsOf(id, definitionsWith({ jobs, metrics: { cash }, alerts: { Few } }))).toEqual([]);
});
