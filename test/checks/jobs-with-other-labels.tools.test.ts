// Jobs whose targets have other labels than those of other jobs: what Prometheus measures of all jobs can still be asked for.
import {
  alert,
  copyRoute,
  counter,
  everyJob,
  everyJobWith,
  holds,
  inhibition,
  metrics,
  promql,
  query,
  receiver,
  recording,
  scrapeJob,
  seconds,
  secretFile,
  service,
  stateTimeline,
  table,
  timeSeries,
  variable,
  webhook,
  type AlertDefinition,
} from "signalbox";
import { describe, expect, test } from "vitest";
import { compile } from "../../generators/compile.ts";
import { resolve } from "../../generators/model/resolve.ts";
import { formatProblem } from "../../generators/problem.ts";
import { ruleTestOfAlert } from "../../generators/rule-tests/test-of-alert.ts";
import { fits } from "../../generators/routing/alert-matcher.ts";
import { knownLabels } from "../../generators/routing/known-labels.ts";
import { failuresOf } from "../rule-tests/promtool.ts";
import { definitionsWith, type Parts } from "./small-definitions.ts";
import { critical } from "./small-platform.ts";
import { dashboardWith, plainWords } from "./small-shop.ts";

const calls = { calls_total: counter({ help: "Calls.", unit: "calls", labels: { way: ["in", "out"] } }) };
const phone = scrapeJob("phone", {
  description: "In zone a.",
  targets: ["localhost:81"],
  labels: { service: "phones", zone: "a" },
});
const fax = scrapeJob("fax", {
  description: "In zone b, of a rack.",
  targets: ["localhost:82"],
  labels: { service: "phones", zone: "b", rack: "7" },
});
const bare = scrapeJob("bare", { description: "Without any label.", targets: ["localhost:83"] });
const phones = service("phones", {
  title: "Phones",
  description: "Where people call.",
  owner: "Phone team",
  jobs: { phone, fax, bare },
  metrics: { ofPhone: metrics(phone, calls), ofFax: metrics(fax, calls) },
});

const seen = stateTimeline({
  title: "Targets",
  description: "Whether they are up.",
  queries: [query(everyJob.up, { legend: ({ job }) => job })],
  valueNames: { 0: { text: "Down", color: "red" }, 1: { text: "Up", color: "green" } },
});
const words = { ...plainWords, scenario: holds(everyJob.up, { ok: 1, firing: 0 }) } as const;
const Down = alert({ ...words, summary: ({ labels }) => `${labels.job} is down`, expr: everyJob.up.eq(0) });

const definitionsOf = ({ services = [], ...parts }: Parts) =>
  definitionsWith({ ...parts, services: [phones, ...services] });
const problems = (parts: Parts) =>
  compile(definitionsOf(parts))
    .problems.filter(({ check }) => check !== "metrics-are-used")
    .map((problem) => formatProblem(problem));

describe("nothing is wrong with", () => {
  test("alerts, panels, tables, variables and recordings of what all jobs have", () => {
    const slow = everyJob.up.eq(0).and(everyJob.scrape_duration_seconds.gt(seconds(5)));
    const scrapes = timeSeries({
      title: "Scrapes",
      description: "How long they take.",
      queries: [
        query(everyJob.scrape_duration_seconds, { legend: ({ job }) => job }),
        query(everyJob.scrape_duration_seconds.avgBy("job"), { legend: ({ job }) => job }),
      ],
    });
    const all = table({
      title: "Table",
      description: "All targets.",
      queries: [query(everyJob.up, { instant: true })],
      columns: { job: "Job", instance: "Instance" },
    });
    const instance = variable("instance", { title: "Instance", of: everyJob.up, label: "instance" });
    const meanUp = recording("job:up:avg5m", everyJob.up.avgOverTime("5m").avgBy("job"), {
      help: "How much of the time targets are up.",
      example: { given: [holds(everyJob.up, 1)], expect: 1 },
    });
    const eachUp = recording("instance_job_service:up:max5m", everyJob.up.maxOverTime("5m"), {
      help: "Whether it was up.",
      example: { given: [holds(everyJob.up, 1)], expect: 1 },
    });
    const givens = [
      holds(everyJob.up, { ok: 1, firing: 0 }),
      holds(everyJob.scrape_duration_seconds, { ok: seconds(0.1), firing: seconds(9) }),
    ];
    const Slow = alert({ ...words, scenario: { given: givens, value: 0 }, expr: slow });
    const means = timeSeries({ title: "Means", description: "Of up.", queries: [meanUp] });
    const each = timeSeries({ title: "Each", description: "Of up.", queries: [eachUp] });
    const found = problems({
      alerts: { Down, Slow },
      recordings: { meanUp, eachUp },
      dashboards: { board: { ...dashboardWith(seen, scrapes, all, means, each), variables: [instance] } },
    });
    expect(found).toEqual([]);
  });

  test("a metric that two jobs export with labels of their own targets", () => {
    const both = timeSeries({
      title: "Calls",
      description: "All of them.",
      queries: [promql`sum by (job, way) (rate(calls_total{job=~"phone|fax"}[5m]))`],
    });
    expect(problems({ dashboards: { more: dashboardWith(both) } })).toEqual([]);
  });

  test.each([
    [
      "a join by what tells targets apart",
      promql`${everyJob.up} == 0 and on (job, instance) ${everyJob.up} == 0`,
    ],
    ["a ratio by job and instance", promql`${everyJob.up} / on (job, instance) ${everyJob.up} < 1`],
    ["a join with a job that has the label", promql`${everyJob.up} * ${phone.up} == 0`],
    ["a matcher on what only some have", promql`up{zone="a"} == 0`],
    ["a pattern, and one that takes what is missing too", promql`up{zone=~"a|b", rack!="7"} == 0`],
    ["a sum over what only some have", promql`sum by (zone) (up) < 1`],
    ["a sum without it", promql`sum without (zone) (up) < 1`],
  ])("%s", (_, expr) => {
    const Odd = alert({ ...words, expr, allow: { "alerts-have-a-rule-test": "for a test" } });
    const found = problems({ alerts: { Odd }, dashboards: { more: dashboardWith(seen) } });
    expect(found.filter((problem) => !problem.includes("allowances-apply"))).toEqual([]);
  });
});

describe("it is reported", () => {
  const wrong = (expr: AlertDefinition["expr"], parts: Partial<AlertDefinition> = {}) => {
    const Odd = { ...alert({ ...words, expr }), ...parts };
    return problems({ alerts: { Odd }, dashboards: { more: dashboardWith(seen) } }).join("\n");
  };

  test("that a label is in no job, or never has the value", () => {
    expect(wrong(promql`up{zome="a"} == 0`)).toContain("up has no label 'zome' (did you mean 'zone'?)");
    expect(wrong(promql`up{zone="c"} == 0`)).toContain("zone of up is never 'c'; it is one of a, b");
    expect(wrong(promql`up{zone=~"c.*"} == 0`)).toContain(
      "no value of zone of up matches c.*; it is one of a, b",
    );
  });

  test("that words say a label that not every series has", () => {
    const summary = "{{ $labels.zone }} is down";
    expect(wrong(promql`${everyJob.up} == 0`, { summary })).toContain(
      'alert "Odd" uses the label zone in its summary, but not every series of its expression has it',
    );
    expect(wrong(promql`up{zone!=""} == 0`, { summary })).not.toContain("annotations-use-kept-labels");
  });

  test("that words say a label which its author took for one of all jobs", () => {
    const { up } = everyJobWith("service", "zone");
    const Odd = alert({ ...words, summary: ({ labels }) => `${labels.zone} has one down`, expr: up.eq(0) });
    expect(problems({ alerts: { Odd }, dashboards: { more: dashboardWith(seen) } })).toEqual([
      expect.stringContaining(
        'alert "Odd" uses the label zone in its summary, but not every series of its expression has it; all have: job, instance',
      ),
    ]);
    const Fine = alert({
      ...words,
      expr: up.minBy("service").eq(0),
      scenario: holds(phone.up, { ok: 1, firing: 0 }),
    });
    expect(problems({ alerts: { Fine }, dashboards: { more: dashboardWith(seen) } })).toEqual([]);
  });

  test("that a metric has labels of its own in one job, and others in another", () => {
    const door = scrapeJob("door", { description: "A door.", targets: ["localhost:84"] });
    const ofDoor = metrics(door, {
      calls_total: counter({ help: "Calls.", unit: "calls", labels: { bell: ["big"] } }),
    });
    const found = problems({
      jobs: { door },
      metrics: { ofDoor },
      alerts: { Odd: alert({ ...words, expr: promql`rate(calls_total{job=~".+"}[5m]) > 5` }) },
    });
    expect(found.join("\n")).toContain("calls_total is exported by door, fax and phone with other labels");
  });

  test("that a join takes a label for the target's, and a function has given it another value", () => {
    const replaced = promql`label_replace(${everyJob.up}, "zone", "$1", "instance", "(.*)")`;
    expect(wrong(promql`${replaced} / on (job, instance) ${everyJob.up} < 1`)).toContain(
      "'/' fails as soon as two series on its left differ only in rack, service, zone",
    );
  });
});

describe("the routing knows that the label may be there, and that it may not", () => {
  const model = (parts: Parts = {}) =>
    resolve(definitionsOf({ alerts: { Down }, dashboards: { more: dashboardWith(seen) }, ...parts })).model;
  const labelsOf = ({ alerts, platform }: ReturnType<typeof model>) => {
    const down = alerts.find(({ name }) => name === "Down");
    if (!down) throw new Error("there is no such alert");
    return knownLabels(down, platform);
  };

  test.each([
    [{ label: "zone", op: "=", value: "a" }, "maybe"],
    [{ label: "zone", op: "=", value: "" }, "maybe"],
    [{ label: "zone", op: "=~", value: "a|b|" }, "yes"],
    [{ label: "zone", op: "=", value: "c" }, "no"],
  ] as const)("%j: %s", (matcher, fit) => {
    expect(fits([matcher], labelsOf(model()))).toBe(fit);
  });

  test("an external label stands where it is missing", () => {
    const prometheus = { ...model().platform.prometheus, externalLabels: { zone: "home" } };
    const known = labelsOf({ ...model(), platform: { ...model().platform, prometheus } });
    expect(known.get("zone")).toEqual({ kind: "some", values: expect.arrayContaining(["a", "b", "home"]) });
  });

  test("a copy of zone a can match, and of zone c cannot; inhibitions compare it", () => {
    const bot = receiver("bot", {
      description: "A bot.",
      notifiers: [webhook({ url: secretFile("bot_url", "Address of the bot.") })],
    });
    const copies = {
      a: copyRoute({ receiver: bot, match: { labels: { zone: "a" } } }),
      c: copyRoute({ receiver: bot, match: { labels: { zone: "c" } } }),
    };
    const zones = inhibition("zones", {
      source: { severity: critical, labels: { zone: "b" } },
      target: { alert: Down },
      equal: ["rack"],
    });
    const dashboards = { more: dashboardWith(seen) };
    expect(problems({ alerts: { Down }, copies, dashboards, inhibitions: { zones } })).toEqual([
      expect.stringContaining('no alert reaches the route to "bot" (service="shop", zone="c")'),
    ]);
  });
});

test("promtool agrees with the rule test of an alert on all jobs, and on those with a label", async () => {
  const OfZone = alert({
    ...words,
    scenario: holds(phone.up, { ok: 1, firing: 0 }),
    expr: promql`up{zone="a"} == 0`,
  });
  const { model } = resolve(definitionsOf({ alerts: { Down, OfZone } }));
  for (const name of ["Down", "OfZone"]) {
    const found = model.alerts.find((one) => one.name === name);
    if (!found) throw new Error("there is no such alert");
    const ruleTest = ruleTestOfAlert(found, model);
    if (!("testFile" in ruleTest)) throw new Error(JSON.stringify(ruleTest));
    expect(await failuresOf(ruleTest)).toBe("");
  }
});
