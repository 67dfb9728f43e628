import type { Service } from "../language/service.ts";
import type { Slo } from "../language/slo/slo.ts";
import { msOf, type Burn } from "../language/slo/slo-facts.ts";
import { formatQuantity } from "../text/quantity.ts";
import { inOrder } from "../text/order.ts";
import { sloDashboardUid } from "./slo-dashboard.ts";
import type { BurnModel, SloModel } from "./slo-model.ts";

/** The SLOs of a service, in the order of its lines. */
export function resolveSlos(service: Service): SloModel[] {
  return inOrder(service.slos).map((slo) => resolveSlo(slo, service));
}

function resolveSlo({ id, options, facts, recordings, row, place, allow }: Slo, service: Service): SloModel {
  const { title, description, minimumTraffic, indicator, owner = service.owner } = options;
  const { objective, budget, windows, burns } = facts;
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
