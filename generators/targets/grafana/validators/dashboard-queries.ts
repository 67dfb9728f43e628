import type { Model } from "../../../model/model.ts";
import { withoutVariables } from "../../../promql/variable.ts";
import type { Finding } from "../../validation/finding.ts";
import type { Answer, ProgramValidator } from "../../validation/program.ts";
import { counted } from "../../validation/validator.ts";
import {
  dashboardQueries as queriesIn,
  isDashboard,
  queryName,
  readDashboard,
  variableNames,
  type DashboardFile,
  type DashboardQuery,
} from "./dashboard-file.ts";
import { dashboardOf, queryPlace } from "./dashboard-place.ts";

interface AskedQuery {
  readonly dashboard: DashboardFile;
  readonly query: DashboardQuery;
}

/** Every query of every dashboard, as the recording rules of one file that promtool reads from its input. */
export const dashboardQueries: ProgramValidator = {
  id: "dashboard-queries",
  what: "dashboard queries",
  by: "program",
  program: "promtool",
  covers: isDashboard,
  *validate({ paths, files, model }) {
    const dashboards = paths.flatMap((path) => readDashboard(path, files[path] ?? "") ?? []);
    const asked = dashboards.flatMap((dashboard) =>
      queriesIn(dashboard).map((query): AskedQuery => ({ dashboard, query })),
    );
    const input = JSON.stringify({ groups: [{ name: "dashboards", rules: rulesOf(asked) }] });
    const answers = yield [{ args: ["check", "rules", "--lint=none"], input }];
    return {
      checked: counted(asked.length, "query", "queries"),
      findings: [
        ...asked.flatMap((one) => variableFindings(one, model)),
        ...answers.flatMap((answer) => refusedQueries(answer, asked, model)),
      ],
    };
  },
};

/** The number is in the name, because promtool counts from 1 only within a group. */
function rulesOf(asked: readonly AskedQuery[]): object[] {
  return asked.map(({ query }, index) => ({
    record: `query:${index}`,
    expr: withoutVariables(query.expr),
  }));
}

function variableFindings({ dashboard, query }: AskedQuery, model: Model): Finding[] {
  return unknownVariables(query.expr, variableNames(dashboard)).map((name) => ({
    path: dashboard.path,
    place: queryPlace(dashboardOf(dashboard.uid, model), query),
    message: `${queryName(query)} asks for the variable $${name}, which the dashboard does not have`,
    fix: "add the variable to the dashboard, or take it out of the query",
  }));
}

function refusedQueries({ code, stderr }: Answer, asked: readonly AskedQuery[], model: Model): Finding[] {
  if (code === 0) return [];
  const refusals = [...stderr.matchAll(/rule \d+, "query:(\d+)": (.+)/g)];
  if (refusals.length === 0) throw new Error(`promtool refuses all dashboard queries: ${stderr.trim()}`);
  return refusals.flatMap(([, index, reason = ""]) => {
    const one = asked[Number(index)];
    return one === undefined ? [] : refusal(one, reason, model);
  });
}

function refusal({ dashboard, query }: AskedQuery, reason: string, model: Model): Finding {
  return {
    path: dashboard.path,
    place: queryPlace(dashboardOf(dashboard.uid, model), query),
    message: `${queryName(query)}: ${reason}\n  ${query.expr}`,
    fix: "correct the expression of the query",
  };
}

/** Grafana's own variables that can stand in PromQL. */
const grafanasOwn: ReadonlySet<string> = new Set([
  "__interval",
  "__interval_ms",
  "__rate_interval",
  "__rate_interval_ms",
  "__range",
  "__range_s",
  "__range_ms",
  "__from",
  "__to",
]);

/** The names after a dollar sign that neither the dashboard nor Grafana knows: Grafana would send them as they stand. */
export function unknownVariables(expr: string, known: readonly string[]): string[] {
  const asked = [...expr.matchAll(/\$(?:(\w+)|\{(\w+)(?::\w+)?\})/g)].map(
    ([, bare, braced]) => bare ?? braced ?? "",
  );
  return [...new Set(asked)].filter((name) => !grafanasOwn.has(name) && !known.includes(name));
}
