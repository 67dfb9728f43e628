import type { Model } from "../../../model/model.ts";
import { unknownVariables, withoutVariables } from "../../../promql/variable.ts";
import type { FileFinding } from "../../validation/finding.ts";
import type { ProgramAnswer, ProgramCall, ProgramValidator } from "../../validation/program.ts";
import { counted } from "../../validation/subject.ts";
import { isDashboard, readDashboard, type DashboardFile } from "../validation/dashboard-file.ts";
import { dashboardOf, queryPlace } from "../validation/dashboard-place.ts";
import {
  dashboardQueries as queriesIn,
  queryName,
  variableNames,
  type DashboardQuery,
} from "../validation/dashboard-queries.ts";

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
  mustRefuse: [
    {
      args: ["check", "rules", "--lint=none"],
      input: JSON.stringify({ groups: [{ name: "wrong", rules: [{ record: "wrong", expr: "up ===" }] }] }),
    },
  ],
  *validate({ paths, files, model }) {
    const dashboards = paths.flatMap((path) => readDashboard(path, files[path] ?? "") ?? []);
    const asked = dashboards.flatMap((dashboard) =>
      queriesIn(dashboard).map((query): AskedQuery => ({ dashboard, query })),
    );
    const answers = yield [checkRules(asked)];
    return {
      checked: counted(asked.length, "query", "queries"),
      findings: [
        ...asked.flatMap((one) => variableFindings(one, model)),
        ...answers.flatMap((answer) => refusedQueries(asked, answer, model)),
      ],
    };
  },
};

function variableFindings({ dashboard, query }: AskedQuery, model: Model): FileFinding[] {
  return unknownVariables(query.expr, variableNames(dashboard)).map((name) => ({
    path: dashboard.path,
    place: queryPlace(dashboardOf(dashboard.uid, model), query),
    message: `${queryName(query)} uses the variable $${name}, which the dashboard does not have`,
    fix: "add the variable to the dashboard, or remove it from the query",
  }));
}

function checkRules(asked: readonly AskedQuery[]): ProgramCall {
  // The number is in the name, because promtool counts from 1 only within a group.
  const rules = asked.map(({ query }, index) => ({
    record: `query:${index}`,
    expr: withoutVariables(query.expr),
  }));
  const input = JSON.stringify({ groups: [{ name: "dashboards", rules }] });
  return { args: ["check", "rules", "--lint=none"], input };
}

function refusedQueries(
  asked: readonly AskedQuery[],
  { code, stderr }: ProgramAnswer,
  model: Model,
): FileFinding[] {
  if (code === 0) return [];
  const refusals = [...stderr.matchAll(/rule \d+, "query:(\d+)": (.+)/g)];
  if (refusals.length === 0) throw new Error(`promtool refuses all dashboard queries: ${stderr.trim()}`);
  return refusals.flatMap(([, index, reason = ""]) => {
    const one = asked[Number(index)];
    return one === undefined ? [] : refusal(one, reason, model);
  });
}

function refusal({ dashboard, query }: AskedQuery, reason: string, model: Model): FileFinding {
  return {
    path: dashboard.path,
    place: queryPlace(dashboardOf(dashboard.uid, model), query),
    message: `${queryName(query)}: ${reason}\n  ${query.expr}`,
    fix: "correct the expression of the query",
  };
}
