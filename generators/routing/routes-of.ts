import type { RouteModel } from "../model/routing-model.ts";
import { groupBy } from "../group-by.ts";
import { remembered } from "../remembered.ts";
import { possibleValues, wantedValues } from "./possible-values.ts";
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
export const routesIn: (root: RouteModel) => (labels: KnownLabels) => ReachedRoute[] = remembered(
  (root: RouteModel) => {
    const compiled = compiledRoute(root);
    return (labels: KnownLabels) => reached(compiled, labels, [root], true);
  },
);

/** A route whose patterns are compiled. */
interface CompiledRoute {
  readonly route: RouteModel;
  readonly fits: (labels: KnownLabels) => Fit;
  /** Those that may take an alert with these labels, in their order, and perhaps others. */
  readonly childrenFor: (labels: KnownLabels) => readonly CompiledRoute[];
}

function compiledRoute(route: RouteModel): CompiledRoute {
  return {
    route,
    fits: fitting(matchersOf(route.match ?? {})),
    childrenFor: byWantedValue((route.routes ?? []).map(compiledRoute)),
  };
}

/** Each service may have a route of its own: one that asks for another value is not even tried. */
function byWantedValue(children: readonly CompiledRoute[]): CompiledRoute["childrenFor"] {
  const placed = children.map((child, place) => ({
    child,
    place,
    wanted: wantedValues(child.route.match ?? {})[0],
  }));
  const always = placed.filter(({ wanted }) => wanted === undefined);
  const byLabel = groupBy(placed, ({ wanted }) => wanted?.[0]);
  byLabel.delete(undefined);
  const tables = [...byLabel].map(([label = "", own]) => {
    const keyed = own.flatMap((one) => (one.wanted?.[1] ?? []).map((value) => ({ value, one })));
    return { label, own, table: groupBy(keyed, ({ value }) => value) };
  });
  return (labels) => {
    const asked = tables.flatMap(({ label, own, table }) => {
      const values = possibleValues(label, labels);
      return values === "any" ? own : values.flatMap((value) => table.get(value) ?? []).map(({ one }) => one);
    });
    return [...new Set([...always, ...asked])].sort((a, b) => a.place - b.place).map(({ child }) => child);
  };
}

function reached(
  { childrenFor }: CompiledRoute,
  labels: KnownLabels,
  path: readonly RouteModel[],
  surely: boolean,
): ReachedRoute[] {
  const found: ReachedRoute[] = [];
  let taken = false;
  // Until a child that may match ends the search.
  let goesOnSurely = surely;
  for (const child of childrenFor(labels)) {
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
