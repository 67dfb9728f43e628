import type { Service } from "../language/service.ts";
import type { Slo } from "../language/slo/slo.ts";
import { type Burn, msOf } from "../language/slo/resolved-slo.ts";
import { formatQuantity } from "../text/quantity.ts";
import { inOrder } from "../text/order.ts";
import type { BurnModel, SloModel } from "./slo-model.ts";
import type { Dashboard } from "../language/dashboard.ts";

/** The SLOs of a service, in the order of its lines. */
export function resolveSlos(service: Service): SloModel[] {
  return inOrder(service.slos).map((slo) => resolveSlo(slo, service));
}

function resolveSlo(
  { id, options, resolved, recordings, row, place, allow }: Slo,
  service: Service,
): SloModel {
  const { title, description, minimumTraffic, indicator, owner = service.owner } = options;
  const { objective, budget, windows, burns } = resolved;
  return {
    id,
    service: service.name,
    title,
    description,
    owner,
    objective,
    objectiveText: formatQuantity(objective, "ratio"),
    budget,
    windows,
    indicator: indicator.words,
    counts: indicator.counts,
    minimumTraffic,
    burns: burns.map((burn) => resolveBurn(burn, budget)),
    alerts: burns.map(({ name }) => name),
    recordings: Object.keys(recordings),
    dashboard: sloDashboardUid(service),
    row: row.title,
    place,
    allow,
  };
}

function resolveBurn({ name, window, rates }: Burn, budget: number): BurnModel {
  return {
    alert: name,
    window,
    rates: rates.map(({ factor, long, short }) => ({
      factor,
      limit: factor * budget,
      long,
      longMs: msOf(long),
      short,
    })),
  };
}

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
function sloDashboardUid({ name }: Pick<Service, "name">): string {
  return `${name}-slos`;
}
