// An alert that was written as text is the same alert: card, picture, tests and rules do not tell which it was.
import { expect, test } from "vitest";
import { promql, type AlertDefinition } from "signalbox";
import { compile } from "../../generators/compile.ts";
import { alertsOf } from "../../generators/model/parts-of-service.ts";
import { readText } from "../../generators/promql/read.ts";
import { definitions, exampleCompiled, model } from "../example-model.ts";

type Changeable = { -readonly [K in keyof AlertDefinition]: AlertDefinition[K] };

/** The same definitions with the expressions of all alerts as text while `work` runs: routes and runbooks name the alerts as objects. */
function withTexts<T>(work: () => T): T {
  const written = new Map(definitions.services.flatMap(alertsOf));
  // Guards follow from the others, in their words or not.
  const own = model.alerts.filter(({ guardOf }) => guardOf === undefined);
  const alerts = own.map(({ name, expr }) => ({ alert: written.get(name) as Changeable, expr }));
  const before = alerts.map(({ alert }) => alert.expr);
  try {
    for (const { alert, expr } of alerts) alert.expr = promql(Object.assign([expr], { raw: [expr] }));
    return work();
  } finally {
    alerts.forEach(({ alert }, index) => Object.assign(alert, { expr: before[index] }));
  }
}

test("the tree of what was written by words is the tree of its text, places and all", () => {
  const questions = model.runbooks.flatMap((runbook) => runbook.questions);
  for (const { expr, node } of [...model.alerts, ...model.recordings, ...questions]) {
    expect(node).toEqual(readText(expr).node);
  }
});

test("and so is that of a dashboard's query, with Grafana's variables in it", () => {
  const panels = model.dashboards.flatMap(({ rows }) => rows.flatMap((row) => row.panels));
  const queries = [
    ...panels.flatMap((panel) => panel.queries),
    ...model.dashboards.flatMap(({ annotations }) => annotations),
  ];
  expect(queries.filter(({ expr }) => expr.includes("$")).length).toBeGreaterThan(10);
  for (const { expr, node } of queries) expect(node).toEqual(readText(expr, { variables: true }).node);
});

test("the ticket shop with every alert as text is the ticket shop", () => {
  const { files: expected } = exampleCompiled();
  const { problems, files } = withTexts(() => compile(definitions));
  expect(problems).toEqual([]);
  expect(files).toEqual(expected);
});
