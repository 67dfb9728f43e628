import type { AlertMatch, Inhibition, Route, Receiver } from "../language/routing.ts";
import type { Place } from "../language/place.ts";
import type { Platform } from "../language/platform.ts";
import type { Service } from "../language/service.ts";

/** Which alerts a route or an inhibition is about, as Alertmanager sees them: by their labels, the name among these. */
export interface LabelMatch extends Omit<AlertMatch, "alert" | "slo"> {
  // So that what is not resolved yet is never taken for this.
  readonly alert?: never;
  readonly slo?: never;
  readonly alertname?: string | readonly string[];
  /** Where alerts stand that are referred to, and that no service exports. */
  readonly unexported?: readonly Place[];
}

/** A route of the platform or a copy route of a service, with those below it. */
export interface RouteModel extends Omit<Route, "match" | "routes"> {
  readonly match?: LabelMatch;
  readonly routes?: readonly RouteModel[];
}

export interface InhibitionModel extends Omit<Inhibition, "source" | "target"> {
  readonly source: LabelMatch;
  readonly target: LabelMatch;
}

/**
 * The platform with what the services bring: copy routes stand before its own routes, and inhibitions, receivers and time
 * intervals of services behind its own.
 */
export interface PlatformModel extends Omit<Platform, "routing" | "inhibitions"> {
  readonly routing: RouteModel;
  readonly inhibitions: Readonly<Record<string, InhibitionModel>>;
}

/** Every receiver of the definitions, each once: those that the platform lists, and those of routes and of copy routes. */
export function receiversIn(platform: Platform, services: readonly Service[]): Receiver[] {
  const routes = [...routesUnder(platform.routing), ...services.flatMap(copiesOf)];
  return [...new Set([...Object.values(platform.receivers), ...routes.map(({ receiver }) => receiver)])];
}

function copiesOf({ copies = {} }: Service) {
  return Object.values(copies);
}

/** A route and all below it, parents first. */
export function routesUnder<R extends { readonly routes?: readonly R[] }>(route: R): R[] {
  return [route, ...(route.routes ?? []).flatMap(routesUnder)];
}
