import { alert, counter, foreignRecording, gauge, metrics, promql, recording, scrapeJob } from "signalbox";
import { describe, expect, test } from "vitest";
import { contractOf } from "../../generators/contract/of-model/contract-of.ts";
import type { Contract, Read } from "../../generators/contract/contract.ts";
import { resolve } from "../../generators/model/resolve.ts";
import type { Model } from "../../generators/model/model.ts";
import { model as shop } from "../example-model.ts";
import { projectOf, words } from "../simulate/small-project.ts";

const job = scrapeJob("depot", {
  description: "The depot.",
  targets: ["localhost:9000"],
  unguarded: "only the alert of a test is looked at",
});
const m = metrics(job, {
  parcels_total: counter({
    help: "Parcels.",
    unit: "parcels",
    labels: { lane: ["north", "south"], instance: "*" },
  }),
  doors: gauge({ help: "Open doors.", unit: "doors", labels: { lane: ["north", "south"] } }),
  most_doors: gauge({
    help: "Doors that may be open.",
    unit: "doors",
    labels: { lane: ["north", "south"] },
    comesAndGoes: "only by day",
  }),
});
const perLane = recording("lane:doors:sum", m.doors.where({ lane: "north" }).sumBy("lane"), {
  help: "Doors.",
  example: { given: [], expect: 1 },
});

function contractIn({ services, ...model }: Model, service: string): Contract {
  const own = services.find(({ name }) => name === service);
  if (!own) throw new Error(`there is no service ${service}`);
  return contractOf({ services, ...model }, own);
}

/** How an alert with this expression reads a metric. */
function reads(expr: ReturnType<typeof promql>, metric: string): readonly Omit<Read, "by" | "series">[] {
  const Odd = alert({ ...words, expr, scenario: { given: [], whenMissing: "silent" } });
  const project = projectOf({ jobs: { job }, metrics: { m }, recordings: { perLane }, alerts: { Odd } });
  const { jobs } = contractIn(resolve(project).model, "depot");
  const found = jobs[0]?.metrics.find(({ name }) => name === metric)?.reads ?? [];
  return found.filter(({ by }) => by === "alert Odd").map(({ by: _by, series: _series, ...read }) => read);
}

describe("what a selector is to its reader", () => {
  test.each([
    [promql`doors > 5`, "needed"],
    [promql`doors > 5 and most_doors > 1`, "needed"],
    [promql`doors > 5 or most_doors > 9`, "one of several"],
    [promql`doors > 5 or doors{lane="north"} > 9`, "one of its own"],
    [promql`(doors or vector(0)) > 5`, "one of its own"],
    [promql`(doors or up{job="depot"} * 0) > 5`, "one of its own"],
    [promql`absent(doors)`, "awaited missing"],
    [promql`most_doors > 1 unless doors > 5`, "keeps silent"],
    [promql`lane:doors:sum > 5`, "needed"],
    [promql`lane:doors:sum > 5 or doors > 9`, "one of its own"],
    [promql`most_doors > 1 unless lane:doors:sum > 5`, "keeps silent"],
  ])("%#: %o", (expr, role) => expect(reads(expr, "doors")[0]?.role).toBe(role));
});

describe("what becomes of a label that is new", () => {
  test.each([
    [promql`doors > 5`, "kept"],
    [promql`sum by (lane) (doors) > 5`, undefined],
    [promql`sum(doors) > 5`, undefined],
    [promql`sum without (lane) (doors) > 5`, "kept"],
    [promql`topk(1, doors) > 5`, "kept"],
    [promql`doors / most_doors > 5`, "break a join"],
    [promql`doors / on (lane) most_doors > 5`, "break a join"],
    [promql`doors / on (lane) group_left () most_doors > 5`, "kept"],
    [promql`doors / doors{lane="north"} > 5`, "kept"],
    [promql`sum by (lane) (doors) / sum by (lane) (most_doors) > 5`, undefined],
    [promql`sum by (lane) (doors / most_doors) > 5`, "break a join"],
    [promql`doors > 5 and on (lane) most_doors > 1`, "kept"],
    [promql`doors > 5 and most_doors > 1`, "break a join"],
    [promql`most_doors > 1 and on (lane) doors > 5`, undefined],
    [promql`most_doors > 1 unless on (lane) doors > 5`, undefined],
    [promql`absent(doors)`, undefined],
    [promql`lane:doors:sum > 5`, undefined],
  ])("%#: %o", (expr, newLabels) => expect(reads(expr, "doors")[0]?.newLabels).toBe(newLabels));
});

test("a recording that is read many times over is looked through once", () => {
  const options = { help: "Doors.", example: { given: [], expect: 1 } } as const;
  let last = foreignRecording("lane:doors:sum0", m.doors.sumBy("lane"), options);
  const recordings = { sum0: last };
  // 2^30 ways lead to the first.
  for (let at = 1; at <= 30; at += 1) {
    last = foreignRecording(`lane:doors:sum${at}`, last.add(last), options);
    Object.assign(recordings, { [`sum${at}`]: last });
  }
  const project = projectOf({ jobs: { job }, metrics: { m }, recordings, alerts: {} });
  const { jobs } = contractIn(resolve(project).model, "depot");
  const reads = jobs[0]?.metrics.find(({ name }) => name === "doors")?.reads ?? [];
  expect(reads.filter(({ by }) => by === "recording lane:doors:sum30")).toHaveLength(1);
});

describe("what is asked of labels, and told apart by them", () => {
  test("under the names that the program gives them", () =>
    expect(
      reads(
        promql`sum by (exported_instance) (parcels_total{lane="north",exported_instance="a",instance="b"}) > 5`,
        "parcels_total",
      ),
    ).toEqual([
      {
        role: "needed",
        matchers: [
          { name: "lane", op: "=", value: "north" },
          { name: "instance", op: "=", value: "a" },
        ],
        tellsApart: ["instance"],
      },
    ]));
  test("through a recording, what is asked of it too", () =>
    expect(reads(promql`lane:doors:sum{lane!="south"} > 5`, "doors")).toEqual([
      {
        role: "needed",
        matchers: [
          { name: "lane", op: "!=", value: "south" },
          { name: "lane", op: "=", value: "north" },
        ],
        tellsApart: ["lane"],
      },
    ]));
});

describe("the contract of the ticket shop", () => {
  const contract = contractIn(shop, "ticket-shop");
  test("has the jobs that answer metrics, and every metric of theirs", () => {
    expect(contract.jobs.map(({ name }) => name)).toEqual(
      shop.jobs
        .filter(({ service, kind }) => service === "ticket-shop" && kind === "scrape")
        .map(({ name }) => name),
    );
    expect(contract.jobs.flatMap(({ metrics: own }) => own.map(({ name }) => name))).toContain(
      "shop_orders_total",
    );
  });
  test("whoever is named reads something, and whoever reads is named", () => {
    const reading = contract.jobs.flatMap(({ metrics: own }) =>
      own.flatMap((one) => one.reads.map(({ by }) => by)),
    );
    expect(new Set(reading)).toEqual(new Set(Object.keys(contract.readers)));
  });
  test("says whom an alert notifies, and that a guard fires when something is missing", () => {
    expect(contract.readers["alert TicketShopFailing"]).toEqual({
      kind: "alert",
      name: "TicketShopFailing",
      severity: "high",
      notifies: ["alert-archive", "shop-team", "on-call"],
    });
    expect(contract.readers["alert TicketShopBlindCritical"]?.firesWhenMissing).toBe(true);
  });
  test("is plain data", () => expect(JSON.parse(JSON.stringify(contract))).toEqual(contract));
});
