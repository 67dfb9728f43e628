import type { RouteModel } from "../../../model/routing-model.ts";
import { matchersOf, type AlertMatcher } from "../../../routing/alert-matcher.ts";
import { flowchartIds } from "../../../text/flowchart-ids.ts";

/** A route, known by what it takes and whom it tells: a route more before it changes nothing of that. */
export interface NamedRoute {
  readonly route: RouteModel;
  /** Of its node in a flowchart: `route_severity_critical_to_on_call`; of the root it is `root`. */
  readonly id: string;
  /** From the root down to the route itself. */
  readonly path: readonly RouteModel[];
  /** The id of the route above; undefined of the root. */
  readonly above: string | undefined;
}

/** All routes in the order in which they are tried, the root first. */
export function namedRoutes(root: RouteModel): NamedRoute[] {
  const found = routesFrom([root], undefined);
  const ids = flowchartIds(found.map(({ path }) => nameOf(path)));
  const idOf = new Map(found.map(({ path }, index) => [path, ids[index] ?? ""]));
  return found.map(({ route, path, above }) => ({
    route,
    id: idOf.get(path) ?? "",
    path,
    above: above && idOf.get(above),
  }));
}

interface FoundRoute {
  readonly route: RouteModel;
  /** One route may stand at several places; its path is made for each of them. */
  readonly path: readonly RouteModel[];
  readonly above: readonly RouteModel[] | undefined;
}

function routesFrom(path: readonly RouteModel[], above: readonly RouteModel[] | undefined): FoundRoute[] {
  const route = path.at(-1);
  if (!route) return [];
  const below = (route.routes ?? []).flatMap((child) => routesFrom([...path, child], path));
  return [{ route, path, above }, ...below];
}

function nameOf(path: readonly RouteModel[]): string {
  if (path.length === 1) return "root";
  const taken = path.slice(1).map((route) => matchersOfRoute(route).map(plainText).join(" ") || "anything");
  return `route ${taken.join(" then ")} to ${path.at(-1)?.receiver.name ?? ""}`;
}

/** What a route says itself. */
export function matchersOfRoute({ match = {} }: RouteModel): AlertMatcher[] {
  return matchersOf(match);
}

function plainText({ label, op, value }: AlertMatcher): string {
  return `${label}${op}${value}`;
}
