import type { Model } from "../../../model/model.ts";
import { headingAnchors } from "../../../text/markdown.ts";

/** The title of the page of all dashboards, which is its first heading. */
export const dashboardsTitle = "Dashboards";

/** Where each dashboard, by its uid, is found on the page of all dashboards: the name after `#`. */
export function dashboardAnchors({ dashboards }: Pick<Model, "dashboards">): Map<string, string> {
  const [, ...anchors] = headingAnchors([dashboardsTitle, ...dashboards.map(({ title }) => title)]);
  return new Map(dashboards.map(({ uid }, index) => [uid, anchors[index] ?? ""]));
}
