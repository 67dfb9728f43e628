import { withoutVariables } from "../../../generators/promql/variable.ts";
import type { Model } from "../../../generators/model/model.ts";
import type { Tool } from "../../tools/find-tool.ts";
import { runTool } from "../../tools/run-tool.ts";
import { isDashboard, readDashboard, type DashboardFile } from "../dashboards/dashboard-file.ts";
import { dashboardOf, queryPlace } from "../dashboards/dashboard-place.ts";
import {
  dashboardQueries as queriesIn,
  queryName,
  variableNames,
  type DashboardQuery,
} from "../dashboards/dashboard-queries.ts";
import { unknownVariables } from "../dashboards/unknown-variables.ts";
import { counted, pathsFor, type ToolJudge } from "../judge.ts";
import { problemsAt, type Finding } from "../../../generators/targets/validation/finding.ts";

interface AskedQuery {
  readonly dashboard: DashboardFile;
  readonly query: DashboardQuery;
}

/** Every query of every dashboard, as the recording rules of one file that promtool reads from its input. */
export const dashboardQueries: ToolJudge = {
  id: "dashboard-queries",
  what: "dashboard queries",
  tool: "promtool",
  isAbout: isDashboard,
  async judge(subject, tool) {
    const { files, model } = subject;
    const dashboards = pathsFor(dashboardQueries, subject).flatMap(
      (path) => readDashboard(path, files[path] ?? "") ?? [],
    );
    const asked = dashboards.flatMap((dashboard) =>
      queriesIn(dashboard).map((query): AskedQuery => ({ dashboard, query })),
    );
    const complaints = [
      ...asked.flatMap((one) => variableComplaints(one, model)),
      ...(await refusedQueries(asked, tool, model)),
    ];
    return {
      judged: counted(asked.length, "query", "queries"),
      problems: problemsAt(dashboardQueries.id, complaints, files),
    };
  },
};

function variableComplaints({ dashboard, query }: AskedQuery, model: Model): Finding[] {
  return unknownVariables(query.expr, variableNames(dashboard)).map((name) => ({
    path: dashboard.path,
    place: queryPlace(dashboardOf(dashboard.uid, model), query),
    message: `${queryName(query)} asks for the variable $${name}, which the dashboard does not have`,
    fix: "add the variable to the dashboard, or take it out of the query",
  }));
}

async function refusedQueries(asked: readonly AskedQuery[], tool: Tool, model: Model): Promise<Finding[]> {
  // The number is in the name, because promtool counts from 1 only within a group.
  const rules = asked.map(({ query }, index) => ({
    record: `query:${index}`,
    expr: withoutVariables(query.expr),
  }));
  const input = JSON.stringify({ groups: [{ name: "dashboards", rules }] });
  const { code, stderr } = await runTool(tool, ["check", "rules", "--lint=none"], { input });
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
