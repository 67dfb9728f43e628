import type { AlertDefinition } from "../language/alert.ts";
import type { Dashboard } from "../language/dashboard.ts";
import { recordingOf, type RecordingDefinition } from "../language/recording.ts";
import type { Service } from "../language/service.ts";
import { inOrder } from "../text/order.ts";
import { sloDashboard } from "./resolve-slos.ts";

// What a service exports, and what its SLOs bring. As lists: two of one name are a mistake that a check must be able to see.

/** The recordings of a service. */
export function recordingsOf({ recordings = {}, slos = {} }: Service): RecordingDefinition[] {
  const exported = [recordings, ...Object.values(slos).map((slo) => slo.recordings)];
  return exported.flatMap((some) => Object.values(some).flatMap((value) => recordingOf(value) ?? []));
}

/** A service with the alerts that follow from those of all services. */
export interface GuardedService extends Service {
  /** By name. */
  readonly guards: Readonly<Record<string, AlertDefinition>>;
}

/** The alerts of a service by their names. */
export function alertsOf({
  alerts = {},
  slos = {},
  guards = {},
}: Service & Partial<Pick<GuardedService, "guards">>): [name: string, AlertDefinition][] {
  const exported = [alerts, ...Object.values(slos).map((slo) => slo.alerts), guards];
  return exported.flatMap((some) => Object.entries(some));
}

/** The dashboards of a service in the order of its lines, and then the one of its SLOs. */
export function dashboardsOf(service: Service): Dashboard[] {
  return [...inOrder(service.dashboards), ...sloDashboard(service)];
}
