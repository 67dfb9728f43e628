import type { Place } from "../../../language/place.ts";
import type { DashboardModel } from "../../../model/dashboard-model.ts";
import type { Mistake } from "../../validation/finding.ts";
import { parseFile } from "../../validation/parse-file.ts";
import { itemsAt, textAt, dataAt } from "../../validation/untyped-data.ts";
import type { ValidationSubject } from "../../validation/subject.ts";
import type { ReadFile, SchemaValidator } from "../../validation/validator.ts";
import { dashboardSchema } from "../schema/dashboard.ts";
import {
  isDashboard,
  readDashboard,
  writtenPanel,
  type DashboardFile,
} from "../validation/dashboard-file.ts";
import { dashboardMistakes } from "../validation/dashboard-mistakes.ts";
import { dashboardOf, panelPlace } from "../validation/dashboard-place.ts";
import { isDataSourceFile } from "./data-sources-shape.ts";

/** Dashboards by a schema, each panel by that of its type: Grafana ignores keys that it does not know. */
export const dashboardsShape: SchemaValidator = {
  id: "dashboards-shape",
  what: "dashboards",
  by: "schema",
  covers: isDashboard,
  schema: ({ dashboards }) => dashboardSchema(dashboards.flatMap(rawIds)),
  mustRefuse: ['{ "uid": "wrong", "title": "Wrong", "panels": "none" }\n'],
  placeOf: placeInDashboard,
  mistakes: mistakesIn,
};

/** What Grafana itself answers, and what a panel names that asks several sources, or another panel: every Grafana has them. */
const builtInSources = ["-- Grafana --", "-- Mixed --", "-- Dashboard --"];

function rawIds({ rows }: DashboardModel): number[] {
  return rows.flatMap(({ panels }) => panels.filter(({ type }) => type === "raw").map(({ id }) => id));
}

function mistakesIn(file: ReadFile, subject: ValidationSubject): Mistake[] {
  const dashboards = Object.entries(subject.files)
    .filter(([path]) => isDashboard(path))
    .flatMap(([path, text]) => readDashboard(path, text) ?? []);
  const dashboard = dashboards.find(({ path }) => path === file.path);
  if (!dashboard) return [];
  const model = dashboardOf(dashboard.uid, subject.model);
  const own = dashboardMistakes(dashboard, [...builtInSources, ...knownSources(subject)]).map(
    ({ panel, message }) => ({
      path: [],
      message,
      place: panel && panelPlace(model, panel),
    }),
  );
  return [...own, ...namesakes(dashboard, dashboards)];
}

function knownSources({ files, parse = parseFile }: ValidationSubject): string[] {
  const provisioned = Object.entries(files).filter(([path]) => isDataSourceFile(path));
  return provisioned.flatMap(([path, text]) =>
    itemsAt(parse(path, text).data, "datasources").flatMap((source) => textAt(source, "uid") ?? []),
  );
}

/** A uid is unique in Grafana, a title in its folder. */
function namesakes(dashboard: DashboardFile, dashboards: readonly DashboardFile[]): Mistake[] {
  const others = dashboards.filter(({ path }) => path < dashboard.path);
  const folder = (path: string) => path.split("/").slice(0, -1).join("/");
  const title = ({ data }: DashboardFile) => textAt(data, "title");
  return others.flatMap((other) => {
    if (other.uid === dashboard.uid)
      return [{ path: ["uid"], message: `is "${dashboard.uid}", as in out/${other.path}` }];
    const sameTitle = title(other) === title(dashboard) && folder(other.path) === folder(dashboard.path);
    return sameTitle
      ? [{ path: ["title"], message: `is "${title(dashboard)}", as in out/${other.path}` }]
      : [];
  });
}

/** `panels.3.panels.0.options` is about the panel at `panels.3.panels.0`. */
function placeInDashboard(
  path: readonly string[],
  { data }: ReadFile,
  { model }: ValidationSubject,
): Place | undefined {
  const dashboard = dashboardOf(textAt(data, "uid") ?? "", model);
  const depth = path[2] === "panels" ? 4 : 2;
  if (path[0] !== "panels" || path.length < depth) return dashboard?.place;
  return panelPlace(dashboard, writtenPanel(dataAt(data, ...path.slice(0, depth))));
}
