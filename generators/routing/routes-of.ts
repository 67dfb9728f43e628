import type { RouteModel } from "../model/routing-model.ts";
import { fitting, matchersOf, type Fit, type KnownLabels } from "./alert-matcher.ts";

/** A route that may notify of an alert, with the routes above it, from the root down to itself. */
export interface ReachedRoute {
  readonly path: readonly RouteModel[];
  /** False: it depends on a label whose value is known only when the alert fires. */
  readonly surely: boolean;
}

/**
 * The routes that notify of an alert, as Alertmanager finds them: the first child that matches takes it, and those after only
 * if that one says `continue`; a route notifies itself when none of its children takes the alert.
 */
export function routesOf(root: RouteModel, labels: KnownLabels): ReachedRoute[] {
  return routesIn(root)(labels);
}

/** The same question for many alerts: patterns are compiled once. */
export function routesIn(root: RouteModel): (labels: KnownLabels) => ReachedRoute[] {
  const compiled = compiledRoute(root);
  return (labels) => reached(compiled, labels, [root], true);
}

/** A route whose patterns are compiled. */
interface CompiledRoute {
  readonly route: RouteModel;
  readonly fits: (labels: KnownLabels) => Fit;
  readonly children: readonly CompiledRoute[];
}

function compiledRoute(route: RouteModel): CompiledRoute {
  return {
    route,
    fits: fitting(matchersOf(route.match ?? {})),
    children: (route.routes ?? []).map(compiledRoute),
  };
}

function reached(
  { children }: CompiledRoute,
  labels: KnownLabels,
  path: readonly RouteModel[],
  surely: boolean,
): ReachedRoute[] {
  const found: ReachedRoute[] = [];
  let taken = false;
  // Until a child that may match ends the search.
  let goesOnSurely = surely;
  for (const child of children) {
    const answer = child.fits(labels);
    if (answer === "no") continue;
    found.push(...reached(child, labels, [...path, child.route], goesOnSurely && answer === "yes"));
    if (answer === "yes") taken = true;
    if (child.route.continue) continue;
    if (answer === "yes") break;
    goesOnSurely = false;
  }
  return taken ? found : [...found, { path, surely: surely && found.length === 0 }];
}

/** A setting of the last route on the path that says it: routes inherit these from those above. */
export function inherited<
  K extends "receiver" | "groupBy" | "groupWait" | "groupInterval" | "repeatInterval",
>({ path }: Pick<ReachedRoute, "path">, setting: K): RouteModel[K] | undefined {
  return path.findLast((route) => route[setting] !== undefined)?.[setting];
}
