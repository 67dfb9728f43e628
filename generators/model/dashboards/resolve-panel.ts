import { durationInMs } from "../../language/duration.ts";
import type { PanelOf, PanelType, QueryPanelOptions, RawOptions } from "../../language/panel.ts";
import { ownOptions, panelKinds } from "../../panels/index.ts";
import { queriesInJson } from "../../panels/json-targets.ts";
import { isOnRight } from "../../panels/lines-of-queries.ts";
import type { QueryKind } from "../../panels/panel.ts";
import type { GridPosition, PanelModel, QueryModel, RepeatModel } from "../../panels/panel-model.ts";
import type { DashboardSources, Narrowed } from "./resolve-expression.ts";
import { resolveQueries, slowestInterval } from "./resolve-queries.ts";
import { isAlert, regionsOfAlert, regionsOfLine, thresholdSteps } from "./thresholds.ts";

/** Where a panel is in its dashboard. */
interface Placed {
  readonly id: number;
  readonly position: GridPosition;
}

/** A panel with everything that its author left out. */
export function resolvePanel<T extends PanelType>(
  panel: PanelOf<T>,
  placed: Placed,
  narrowed: Narrowed,
  sources: DashboardSources,
): PanelModel<T> {
  // What its type cannot have, such as the queries of a text, is left out like anything else.
  const written: PanelOf<PanelType> & Partial<QueryPanelOptions> & Partial<Pick<RawOptions, "json">> = panel;
  const { title, description, links = [], place, allow = {} } = written;
  const { json, step, decimals, min, max, thresholds = [], valueNames } = written;
  const inJson = panel.type === "raw" && json ? queriesInJson(json, place) : [];
  const asked = [...inJson, ...(written.queries ?? [])];
  const { queries: kind } = panelKinds[panel.type];
  const queries = kind ? resolveQueries({ title, place, queries: asked }, kind, narrowed) : [];
  const unit = kind && (written.unit ?? unitOfQueries(queries, kind));
  return {
    ...placed,
    type: panel.type,
    title,
    description,
    queries,
    unit,
    interval: longer(step, slowestInterval(queries, sources.jobs, sources.platform)),
    decimals,
    min,
    max,
    ...resolveThresholds(thresholds, unit ?? "none", sources),
    valueNames,
    repeat: repeatOf(panel),
    own: ownOptions(panel),
    links,
    place,
    allow,
  };
}

/** Of panels beside each other, as many as Grafana itself puts into a line. */
const usualPerRow = 4;

function repeatOf({ repeat }: Pick<PanelOf<PanelType>, "repeat">): RepeatModel | undefined {
  if (!repeat) return undefined;
  const { direction = "across", perRow = usualPerRow } = repeat;
  return { variable: repeat.for.name, direction, perRow };
}

/** A step that is shorter than a scrape would leave windows without samples. */
function longer(step: string | undefined, least: string | undefined): string | undefined {
  return (durationInMs(step ?? "") ?? 0) > (durationInMs(least ?? "") ?? 0) ? step : least;
}

/** The first unit that is known: when there are several, the author must say which one the panel has. */
function unitOfQueries(queries: readonly QueryModel[], { unitOf }: QueryKind): string {
  const onLeft = queries.filter((query) => !isOnRight(query));
  return (
    (onLeft.length === 0 ? queries : onLeft)
      .map(unitOf)
      .find((unit) => unit !== undefined && unit !== "none") ?? "none"
  );
}

function resolveThresholds(
  written: NonNullable<QueryPanelOptions["thresholds"]>,
  unit: string,
  { alertOf }: DashboardSources,
): Pick<PanelModel, "alerts" | "thresholds"> {
  const alerts = written.flatMap((threshold) => (isAlert(threshold) ? (alertOf(threshold) ?? []) : []));
  const lines = written.flatMap((threshold) => (isAlert(threshold) ? [] : threshold));
  const regions = [
    ...alerts.flatMap((alert) => regionsOfAlert(alert, unit)),
    ...lines.flatMap((line) => regionsOfLine(line, unit)),
  ];
  return { alerts, thresholds: thresholdSteps(regions) };
}
