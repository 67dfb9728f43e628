import type { Model, ServiceModel } from "../../../model/model.ts";
import { usesIn, type UsesOf } from "../../../model/uses.ts";
import { dashboardAnchors } from "../dashboard-guide/dashboard-anchors.ts";
import { anchorsOf, outlineOf, type Part } from "./outline.ts";

/** What the parts of a page need to say who uses what, and to link there. */
export interface PageContext {
  readonly model: Model;
  readonly usesOf: UsesOf;
  /** The parts of each service's page; only of services that have one. */
  readonly outlines: ReadonlyMap<ServiceModel, readonly Part[]>;
  /** From docs/metrics/: where a metric (by its key) or a recording (by its name) is described. */
  readonly targets: ReadonlyMap<string, string>;
  /** From docs/metrics/: where a dashboard is described, by its uid. */
  readonly dashboards: ReadonlyMap<string, string>;
}

export function pageContext(model: Model): PageContext {
  const usesOf = usesIn(model);
  const outlines = new Map(
    model.services
      .map((service) => [service, outlineOf(service, model, usesOf)] as const)
      .filter(([, parts]) => parts.length > 0),
  );
  const targets = [...outlines].flatMap(([service, parts]) =>
    [...anchorsOf(parts)].map(([key, anchor]) => [key, `${service.name}.md#${anchor}`] as const),
  );
  const dashboards = [...dashboardAnchors(model)].map(
    ([uid, anchor]) => [uid, `../dashboards.md#${anchor}`] as const,
  );
  return { model, usesOf, outlines, targets: new Map(targets), dashboards: new Map(dashboards) };
}
