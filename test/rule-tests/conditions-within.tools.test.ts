// Alerts whose condition stands within an aggregation or a product, and those that fire while something is there at all.
import { alert, gauge, holds, metrics, promql, vector, type AlertDefinition } from "signalbox";
import { expect, test } from "vitest";
import { compile } from "../../generators/compile.ts";
import { formatProblem } from "../../generators/problem.ts";
import { resolve } from "../../generators/model/resolve.ts";
import { ruleTestOfAlert } from "../../generators/rule-tests/test-of-alert.ts";
import { definitionsWith } from "../checks/small-definitions.ts";
import { api, plainWords } from "../checks/small-shop.ts";
import { failuresOf } from "./promtool.ts";

const disks = metrics(api, {
  shop_free_items: gauge({ help: "Free places.", unit: "items", labels: { shelf: "*" } }),
  shop_broken: gauge({ help: "Whether it is broken.", unit: "bool", labels: { shelf: "*" } }),
  shop_node_info: gauge({ help: "Always 1.", unit: "bool", labels: { node: "*" }, onePer: ["instance"] }),
  shop_fault_info: gauge({
    help: "1 for each fault that there is.",
    unit: "bool",
    labels: { fault: "*" },
    comesAndGoes: "only while something is wrong",
  }),
});
const { shop_free_items: free, shop_broken: broken, shop_node_info: node, shop_fault_info: fault } = disks;
const isBroken = holds(broken, { ok: 0, firing: 1 });
const isFull = { given: [holds(free, { ok: 30, limit: 10, firing: 3 }), holds(node, 1)], value: 3 } as const;
const isThere = holds(fault, { ok: "missing", firing: 1 });
const reason = { "alerts-have-a-condition": "the series is there only while something is wrong" };

const alerts: Readonly<Record<string, AlertDefinition>> = {
  Largest: alert({
    ...plainWords,
    expr: broken.eq(1).series().maxBy("instance").condition(),
    scenario: isBroken,
    summary: ({ labels }) => `${labels.instance} is broken`,
  }),
  LargestAsText: alert({
    ...plainWords,
    expr: promql`max by (instance) (${broken} == 1)`,
    scenario: isBroken,
  }),
  Joined: alert({
    ...plainWords,
    expr: free
      .lt(10)
      .series()
      .mul(node, { on: ["instance"], groupLeft: ["node"] })
      .condition(),
    scenario: isFull,
    summary: ({ labels }) => `${labels.node} is full`,
  }),
  JoinedAsText: alert({
    ...plainWords,
    expr: promql`(${free} < 10) * on (instance) group_left (node) ${node}`,
    scenario: isFull,
  }),
  There: alert({ ...plainWords, expr: fault.condition(), scenario: isThere, allow: reason }),
  ThereAsText: alert({ ...plainWords, expr: promql`${fault}`, scenario: isThere, allow: reason }),
  Always: alert({
    ...plainWords,
    for: "0m",
    expr: vector(1).condition(),
    scenario: { given: [], whenMissing: "firing" },
    allow: { "alerts-have-a-condition": "a heartbeat that must never end" },
  }),
};

test.each(Object.keys(alerts))("promtool proves the alert %s", async (name) => {
  const { model } = resolve(definitionsWith({ metrics: { disks }, alerts }));
  const found = model.alerts.find((one) => one.name === name);
  if (!found) throw new Error("there is no such alert");
  const ruleTest = ruleTestOfAlert(found, model);
  if (!("testFile" in ruleTest)) throw new Error(JSON.stringify(ruleTest));
  expect(await failuresOf(ruleTest)).toBe("");
});

test("and nothing is wrong with them but that a heartbeat goes where alerts go", () => {
  const { problems } = compile(definitionsWith({ metrics: { disks }, alerts }));
  const others = ["alerts-have-a-panel", "metrics-are-used"];
  expect(problems.filter(({ check }) => !others.includes(check)).map((one) => formatProblem(one))).toEqual([
    expect.stringContaining('is sent that "Always" resolved, which always fires'),
  ]);
});
