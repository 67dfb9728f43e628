import type { RouteModel } from "../../model/routing-model.ts";

/** A route with its number in the tree. */
export interface NumberedRoute {
  readonly route: RouteModel;
  /** `2` is the second below the root, `2.1` the first below that; of the root it is empty. */
  readonly number: string;
  /** From the root down to the route itself. */
  readonly path: readonly RouteModel[];
  /** Number of the route above; undefined of the root. */
  readonly above: string | undefined;
}

/** All routes in the order in which they are tried, the root first. */
export function numberedRoutes(root: RouteModel): NumberedRoute[] {
  return numbered(root, "", [root], undefined);
}

function numbered(
  route: RouteModel,
  number: string,
  path: readonly RouteModel[],
  above: string | undefined,
): NumberedRoute[] {
  const children = (route.routes ?? []).flatMap((child, index) => {
    const own = `${number === "" ? "" : `${number}.`}${index + 1}`;
    return numbered(child, own, [...path, child], number);
  });
  return [{ route, number, path, above }, ...children];
}
