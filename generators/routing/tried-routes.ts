import type { RouteModel } from "../model/routing-model.ts";
import { fitting, matchersOf, type Fit, type KnownLabels } from "./alert-matcher.ts";

/** A route below the root, and what Alertmanager does with an alert when it comes to it. */
export interface TriedRoute {
  readonly route: RouteModel;
  /** From the root down to the route itself. */
  readonly path: readonly RouteModel[];
  /** "not tried": a route before it has taken the alert, or the one above it does not. */
  readonly answer: Fit | "not tried";
}

/** Every route below the root in the order in which Alertmanager tries them; see `routesOf` for those that notify. */
export function triedRoutes(root: RouteModel, labels: KnownLabels): TriedRoute[] {
  return triedBelow([root], labels, true);
}

function triedBelow(path: readonly RouteModel[], labels: KnownLabels, isTried: boolean): TriedRoute[] {
  let isOpen = isTried;
  return (path.at(-1)?.routes ?? []).flatMap((route) => {
    const answer = isOpen ? fitting(matchersOf(route.match ?? {}))(labels) : "not tried";
    const own = [...path, route];
    const isEntered = answer === "yes" || answer === "maybe";
    if (answer === "yes" && !route.continue) isOpen = false;
    return [{ route, path: own, answer }, ...triedBelow(own, labels, isEntered)];
  });
}
