import {
  alert,
  holds,
  jobsWithoutDownAlert,
  promql,
  question,
  recording,
  runbook,
  scrapeJob,
  service,
  stateTimeline,
  variable,
  type Service,
} from "signalbox";
import { describe, expect, test } from "vitest";
import { nodeOf } from "../../generators/language/expression/expression.ts";
import { fillIn } from "../../generators/model/fill-in.ts";
import { resolve } from "../../generators/model/resolve.ts";
import { ruleTestOfAlert } from "../../generators/rule-tests/test-of-alert.ts";
import { printPromql } from "../../generators/promql/print.ts";
import { definitionsWith, problemsOf, type Parts } from "../checks/small-definitions.ts";
import { runbookWords } from "../checks/small-runbook.ts";
import { api, dashboardWith, plainWords } from "../checks/small-shop.ts";
import { failuresOf } from "../rule-tests/promtool.ts";

const { up } = jobsWithoutDownAlert;
const till = scrapeJob("till", { description: "A till.", targets: ["localhost:81"], labels: { floor: "1" } });
const gate = scrapeJob("gate", { description: "A gate.", targets: ["localhost:82"] });
const down = { ...plainWords, scenario: holds(up, { ok: 1, firing: 0 }) } as const;
const Other = alert({ ...down, expr: up.eq(0) });
const TillDown = alert({ ...plainWords, expr: till.up.eq(0), downOf: till });
const AllDown = alert({ ...plainWords, expr: promql`up{job=~"gate|till"} == 0`, downOf: [gate, till] });

const modelOf = (parts: Parts) => resolve(definitionsWith({ jobs: { till, gate }, ...parts })).model;
const exprOf = (alerts: Parts["alerts"]) =>
  modelOf({ alerts: { Other, ...alerts } }).alerts.find(({ name }) => name === "Other")?.expr;

describe("a selector of the jobs without a down alert", () => {
  test("leaves out those that have one, by their names", () => {
    expect(exprOf({})).toBe("up == 0");
    expect(exprOf({ TillDown })).toBe('up{job!="till"} == 0');
    expect(exprOf({ AllDown })).toBe('up{job!~"gate|till"} == 0');
    expect(exprOf({ AllDown, TillDown })).toBe('up{job!~"gate|till"} == 0');
  });

  test("gets a job back whose alert is deleted, and knows alerts and jobs of all services", () => {
    const empty = { title: "Hall", description: "A hall.", owner: "Us", metrics: {} };
    const hall = service("hall", { ...empty, jobs: {}, alerts: { TillDown } });
    const exprWith = (services: readonly Service[]) =>
      modelOf({ alerts: { Other }, services }).alerts.find(({ name }) => name === "Other")?.expr;
    expect(exprWith([hall])).toBe('up{job!="till"} == 0');
    expect(exprWith([{ ...hall, alerts: {} }])).toBe("up == 0");
  });

  test("says nothing of a job that no service has", () => {
    const Lost = alert({
      ...plainWords,
      expr: till.up.eq(0),
      downOf: scrapeJob("lost", { description: "Of nobody.", targets: ["localhost:9"] }),
    });
    expect(exprOf({ Lost })).toBe("up == 0");
  });

  test("keeps what its author says besides", () => {
    const fill = fillIn(definitionsWith({ jobs: { till }, alerts: { TillDown } }).services);
    const printed = (expr: unknown) => printPromql(fill(nodeOf(expr)));
    const { scrape_duration_seconds: duration } = jobsWithoutDownAlert;
    expect(printed(up.where({ instance: "a:1" }).offset("5m"))).toBe(
      'up{job!="till", instance="a:1"} offset 5m',
    );
    expect(printed(duration.avgOverTime("5m").maxBy("job"))).toBe(
      'max by (job) (avg_over_time(scrape_duration_seconds{job!="till"}[5m]))',
    );
    expect(printed(promql`-(${up})[1h:1m] or ${up} unless ${api.up}`)).toBe(
      '-(up{job!="till"})[1h:1m] or up{job!="till"} unless up{job="shop-api"}',
    );
    expect(printed(up.eq(0).or(up.absent()).and(up.mul(2), { on: [] }))).toBe(
      '(up{job!="till"} == 0 or absent(up{job!="till"})) and on() up{job!="till"} * 2',
    );
  });

  test("of which none is left is reported", () => {
    const All = alert({ ...plainWords, expr: promql`up == 0`, downOf: [api, till, gate] });
    const found = problemsOf(
      "expressions-are-valid",
      definitionsWith({ jobs: { till, gate }, alerts: { All, Other } }),
    );
    expect(found).toEqual([
      expect.stringContaining('no job of {job!~"gate|shop-api|till"} exports up; gate, shop-api and till do'),
    ]);
  });
});

test("it is filled in wherever an expression can stand", () => {
  const upNow = recording("instance_job:up:max5m", up.maxOverTime("5m"), {
    help: "Whether it is up.",
    example: { given: [holds(up, 1)], expect: 1 },
  });
  const seen = stateTimeline({ title: "Targets", description: "Those without an alert.", queries: [up] });
  const instance = variable("instance", { title: "Instance", of: up, label: "instance" });
  const isIt = question(up, { asks: "Is it up?", means: "Yes, or no." });
  const model = modelOf({
    alerts: { TillDown, Other },
    recordings: { upNow },
    dashboards: { more: { ...dashboardWith(seen), variables: [instance] } },
    runbooks: { one: runbook({ ...runbookWords, questions: [isIt] }) },
  });
  const wanted = 'up{job!="till"}';
  const recorded = model.recordings.find(({ name }) => name === "instance_job:up:max5m");
  expect(recorded?.expr).toBe(`max_over_time(${wanted}[5m])`);
  expect(
    recorded?.examples.flatMap(({ given }) =>
      given.map((given) => "series" in given && printPromql(given.series)),
    ),
  ).toEqual([wanted]);
  const more = model.dashboards.find(({ uid }) => uid === "shop-more");
  expect(more?.variables.map(({ selector }) => selector)).toEqual([wanted]);
  expect(more?.rows[0]?.panels[0]?.queries.map(({ expr }) => expr)).toEqual([
    'up{job!="till", instance=~"$instance"}',
  ]);
  expect(model.runbooks[0]?.questions[0]?.expr).toBe(wanted);
});

test("promtool agrees with the rule's tests, in which no watched job fires", async () => {
  const { model } = resolve(definitionsWith({ jobs: { till, gate }, alerts: { Other, AllDown } }));
  const other = model.alerts.find(({ name }) => name === "Other");
  if (!other) throw new Error("there is no such alert");
  const ruleTest = ruleTestOfAlert(other, model);
  expect(ruleTest.complaints).toEqual([]);
  expect(JSON.stringify(ruleTest.testFile)).toContain('job=\\"till\\"');
  expect(JSON.stringify(ruleTest.ruleFile)).toContain("gate");
  expect(await failuresOf(ruleTest)).toBe("");
});
