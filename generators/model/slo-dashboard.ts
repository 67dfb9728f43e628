import type { Dashboard } from "../language/dashboard.ts";
import type { Service } from "../language/service.ts";
import { inOrder } from "../text/order.ts";

/** The dashboard of a service's SLOs, a row for each; none where it has none. */
export function sloDashboard(service: Service): Dashboard[] {
  const slos = inOrder(service.slos);
  const [first] = slos;
  if (!first) return [];
  // Where people look for the service already.
  const [neighbour] = inOrder(service.dashboards);
  return [
    {
      kind: "dashboard",
      uid: sloDashboardUid(service),
      title: `SLOs of ${service.title}`,
      description: "What was promised, how much of the budget is left, and how fast it goes.",
      folder: neighbour?.folder ?? service.title,
      tags: [service.name, "slo"],
      refresh: "1m",
      // A budget is planned by the week.
      last: "7d",
      rows: slos.map(({ row }) => row),
      place: first.place,
    },
  ];
}

/** What leads to it. */
export function sloDashboardUid({ name }: Pick<Service, "name">): string {
  return `${name}-slos`;
}
