import type { AlertDefinition } from "../language/alert.ts";
import type { AlertMatch, CopyRoute, Inhibition, Route } from "../language/routing.ts";
import type { Platform } from "../language/platform.ts";
import type { Service } from "../language/service.ts";
import {
  routesUnder,
  type InhibitionModel,
  type LabelMatch,
  type PlatformModel,
  type RouteModel,
} from "./routing-model.ts";
import { inOrder } from "../text/order.ts";
import { namedAlerts, type NamedAlerts } from "./named-alerts.ts";
import type { JobModel } from "../jobs/index.ts";
import type { DeclaredPart } from "./model.ts";
import { containerNames } from "./running-containers.ts";
import { secretsIn } from "./secrets-in.ts";

/**
 * The platform with the copy routes, inhibitions and receivers of the services, and with alerts by their names.
 *
 * @param services in the order of their names
 */
export function resolvePlatform(platform: Platform, services: readonly Service[]): PlatformModel {
  const alerts = namedAlerts(services);
  const copies = services.flatMap((service) => inOrder(service.copies));
  const root = routeModel(platform.routing, alerts);
  const routes = [
    // First, and always going on: so no route hides a copy, and no copy hides a route.
    ...services.flatMap((service) => inOrder(service.copies).map((copy) => copyModel(copy, service, alerts))),
    ...(root.routes ?? []),
  ];
  const own = routesUnder(platform.routing);
  return {
    ...platform,
    routing: routes.length === 0 ? root : { ...root, routes },
    inhibitions: {
      ...mapValues(platform.inhibitions, (inhibition) => inhibitionModel(inhibition, alerts)),
      ...keyed(
        services.flatMap(({ inhibitions }) => inOrder(inhibitions)),
        (inhibition) => inhibitionModel(inhibition, alerts),
      ),
    },
    receivers: withThoseOfCopies(platform.receivers, own, copies, ({ receiver }) => [receiver]),
    timeIntervals: withThoseOfCopies(platform.timeIntervals, own, copies, timesOf),
  };
}

function routeModel({ match, routes, ...route }: Route, alerts: NamedAlerts): RouteModel {
  return {
    ...route,
    ...(match && { match: labelMatch(match, alerts) }),
    ...(routes && { routes: routes.map((child) => routeModel(child, alerts)) }),
  };
}

function copyModel({ match = {}, ...copy }: CopyRoute, { name }: Service, alerts: NamedAlerts): RouteModel {
  return {
    ...copy,
    kind: "route",
    match: { ...labelMatch(match, alerts), service: name },
    continue: true,
  };
}

function inhibitionModel(
  { source, target, ...inhibition }: Inhibition,
  alerts: NamedAlerts,
): InhibitionModel {
  return { ...inhibition, source: labelMatch(source, alerts), target: labelMatch(target, alerts) };
}

function labelMatch({ alert, slo, labels, ...match }: AlertMatch, named: NamedAlerts): LabelMatch {
  const ids = slo && ("kind" in slo ? slo.id : slo.map(({ id }) => id));
  const all = ids === undefined ? labels : { ...labels, slo: ids };
  const said: LabelMatch = { ...match, ...(all && { labels: all }) };
  if (alert === undefined) return said;
  const alerts: readonly AlertDefinition[] = "kind" in alert ? [alert] : alert;
  const unexported = alerts.filter((one) => !named.isExported(one)).map(({ place }) => place);
  return { ...named.matching(alerts, said), ...(unexported.length > 0 && { unexported }) };
}

function timesOf({ activeDuring = [], mutedDuring = [] }: Pick<Route, "activeDuring" | "mutedDuring">) {
  return [...activeDuring, ...mutedDuring];
}

/** What the platform lists, and what copies name and no route of the platform does: that must be listed. */
function withThoseOfCopies<T>(
  listed: Readonly<Record<string, T>>,
  own: readonly Route[],
  copies: readonly CopyRoute[],
  named: (route: Route | CopyRoute) => readonly T[],
): Readonly<Record<string, T>> {
  const ofPlatform = new Set([...Object.values(listed), ...own.flatMap(named)]);
  const ofCopies = new Set(copies.flatMap(named).filter((one) => !ofPlatform.has(one)));
  return { ...listed, ...keyed([...ofCopies], (one) => one) };
}

/** By keys that no export has: two of one name are a mistake that a check must be able to see. */
function keyed<T, R>(list: readonly T[], make: (one: T) => R): Record<string, R> {
  return Object.fromEntries(list.map((one, index) => [`of services: ${index + 1}`, make(one)]));
}

function mapValues<T, R>(record: Readonly<Record<string, T>>, make: (one: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(record).map(([key, one]) => [key, make(one)]));
}

/** What is declared and could be left out; containers, mail and logs stand where their owner does. */
export function declaredParts(platform: PlatformModel, jobs: readonly JobModel[]): DeclaredPart[] {
  const { deploy, mail, logs, place } = platform;
  return [
    ...containerNames.flatMap((name): DeclaredPart[] => {
      const container = deploy.containers[name];
      return container
        ? [{ kind: "container", name, place: deploy.place, allow: container.allow ?? {} }]
        : [];
    }),
    ...(mail ? [{ kind: "mail", place, allow: mail.allow ?? {} } as const] : []),
    ...(logs ? [{ kind: "logs", place, allow: logs.allow ?? {} } as const] : []),
    ...secretsIn([platform, jobs]).map(
      (secret) =>
        ({ kind: "secret", name: secret.name, place: secret.place, allow: secret.allow ?? {} }) as const,
    ),
  ];
}
