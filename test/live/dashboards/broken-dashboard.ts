import type { DashboardModel } from "../../../generators/model/dashboard-model.ts";
import type { PanelModel, QueryModel } from "../../../generators/panels/panel-model.ts";
import type { DashboardFile } from "../../../generators/targets/grafana/validation/dashboard-file.ts";
import { model } from "../live-stack.ts";
import { dashboardFrom } from "./dashboards.ts";

/** A dashboard with two mistakes in it, and what is to be said of them, as patterns. */
export interface BrokenDashboard {
  readonly broken: DashboardFile;
  readonly wrong: readonly RegExp[];
}

interface Shown {
  readonly panel: PanelModel;
  readonly query: QueryModel;
}

/** Of a dashboard of the project one query asks for what is not there, and one that may be empty never is. */
export function brokenDashboard(files: readonly DashboardFile[]): BrokenDashboard {
  const found = model.dashboards.flatMap((dashboard) => {
    const file = files.find(({ uid }) => uid === dashboard.uid);
    return file ? (brokenOf(dashboard, file) ?? []) : [];
  });
  if (!found[0]) throw new Error("no dashboard has a query that may be empty and one that may not");
  return found[0];
}

function brokenOf(dashboard: DashboardModel, file: DashboardFile): BrokenDashboard | undefined {
  const text = JSON.stringify(file.data);
  const all = dashboard.rows.flatMap(({ panels }) =>
    panels.flatMap((panel) => panel.queries.map((query) => ({ panel, query }))),
  );
  // What stands once is changed at one place.
  const once = all.filter(({ query }) => text.split(asJson(query.expr)).length === 2);
  const mayBeEmpty = once.find(({ query }) => query.emptyMeans !== undefined);
  const mayNot = once.find(
    ({ query }) => query.emptyMeans === undefined && (query.expr.match(/\{/g) ?? []).length === 1,
  );
  if (!mayBeEmpty || !mayNot) return undefined;
  const changed = text
    .replace(asJson(mayNot.query.expr), () => asJson(mayNot.query.expr.replace("{", '{nothing="there", ')))
    .replace(asJson(mayBeEmpty.query.expr), () => asJson(`vector(1) or (${mayBeEmpty.query.expr})`));
  const said = new Map([
    [mayNot, " has no data: "],
    [
      mayBeEmpty,
      ` may be empty ("${mayBeEmpty.query.emptyMeans ?? ""}"), and has data when all is well: vector(1) or `,
    ],
  ]);
  const wrong = all.flatMap((one) => {
    const words = said.get(one);
    return words === undefined ? [] : [lineOf(dashboard, one, words)];
  });
  return { broken: dashboardFrom(file.path, changed), wrong };
}

function lineOf({ title }: DashboardModel, { panel, query }: Shown, said: string): RegExp {
  const name = `${title}, panel "${panel.title}", query ${query.refId} (${query.place.file}:`;
  return new RegExp(`^${escaped(name)}\\d+${escaped(`)${said}`)}`);
}

/** As it stands inside of a text in JSON. */
function asJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
