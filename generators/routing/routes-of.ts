import type { Route } from "../../definitions/language/route.ts";
import { fits, matchersOf, type KnownLabels } from "./alert-matcher.ts";

/** A route that may notify of an alert, with the routes above it, from the root down to itself. */
export interface ReachedRoute {
  readonly path: readonly Route[];
  /** False: it depends on a label whose value is known only when the alert rings. */
  readonly surely: boolean;
}

/**
 * The routes that notify of an alert, as Alertmanager finds them: the first child that matches takes it, and those after only
 * if that one says `continue`; a route notifies itself when none of its children takes the alert.
 */
export function routesOf(root: Route, labels: KnownLabels): ReachedRoute[] {
  return reached(root, labels, [root], true);
}

function reached(route: Route, labels: KnownLabels, path: readonly Route[], surely: boolean): ReachedRoute[] {
  const found: ReachedRoute[] = [];
  let taken = false;
  // Until a child that may match ends the search.
  let goesOnSurely = surely;
  for (const child of route.routes ?? []) {
    const answer = fits(matchersOf(child.match ?? {}), labels);
    if (answer === "no") continue;
    found.push(...reached(child, labels, [...path, child], goesOnSurely && answer === "yes"));
    if (answer === "yes") taken = true;
    if (child.continue) continue;
    if (answer === "yes") break;
    goesOnSurely = false;
  }
  return taken ? found : [...found, { path, surely: surely && found.length === 0 }];
}

/** A setting of the last route on the path that says it: routes inherit from those above. */
export function inherited<
  K extends "receiver" | "groupBy" | "groupWait" | "groupInterval" | "repeatInterval",
>({ path }: ReachedRoute, setting: K): Route[K] | undefined {
  return path.findLast((route) => route[setting] !== undefined)?.[setting];
}
