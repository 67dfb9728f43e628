import { dashboardUrl, type ShownPanel } from "../../model/alert-relations.ts";
import type { Model } from "../../model/model.ts";
import type { Nameable } from "./names-in-text.ts";

/** Whose text it is, and what it means first. */
export interface TextOwner {
  readonly service: string;
  /** The panels that its page lists, in this order. */
  readonly listed: readonly ShownPanel[];
  /** The other panels that it may mean. */
  readonly others: readonly ShownPanel[];
  /** From its page to the folder of all pages: `..`. */
  readonly toDocs: string;
}

/** All that a text may name, what is meant first before the others. */
export function namedThings({ service, listed, others, toDocs }: TextOwner, model: Model): Nameable[] {
  const order = [...listed, ...inOrder(others, listed, service)];
  const listedOn = new Set(listed.map(({ dashboard }) => dashboard));
  const panels = order.map(({ dashboard, panel: { id, title } }) => ({
    name: title,
    target: panelUrl({ dashboard, id }, model),
    on: dashboard.title,
    isFar: dashboard.service !== service && !listedOn.has(dashboard),
  }));
  const dashboards = model.dashboards.map((one) => ({
    name: one.title,
    target: dashboardUrl(one, model.platform),
  }));
  const alerts = model.alerts.map(({ name }) => ({ name, target: `${toDocs}/alerts/${name}.md` }));
  const runbooks = model.runbooks.map((one) => ({
    name: one.title,
    target: `${toDocs}/runbooks/${one.service}/${one.slug}.md`,
  }));
  return [...panels, ...dashboards, ...alerts, ...runbooks];
}

/** Where Grafana shows a panel alone. The ids are given by the same build that writes the dashboards. */
export function panelUrl(
  { dashboard, id }: { readonly dashboard: ShownPanel["dashboard"]; readonly id: number },
  { platform }: Pick<Model, "platform">,
): string {
  return `${dashboardUrl(dashboard, platform)}?viewPanel=${id}`;
}

/** Those of dashboards that are listed already, then those of the service, then the rest. */
function inOrder(
  others: readonly ShownPanel[],
  listed: readonly ShownPanel[],
  service: string,
): readonly ShownPanel[] {
  const dashboards = [...new Set(listed.map(({ dashboard }) => dashboard))];
  const rank = ({ dashboard }: ShownPanel) => {
    const index = dashboards.indexOf(dashboard);
    if (index >= 0) return index;
    return dashboards.length + (dashboard.service === service ? 0 : 1);
  };
  return others.toSorted((a, b) => rank(a) - rank(b));
}
