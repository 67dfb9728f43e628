import type { Builder } from "@grafana/grafana-foundation-sdk/cog";
import type { DashboardLink } from "@grafana/grafana-foundation-sdk/dashboard";
import type { Link } from "../../language/link.ts";
import { sdk } from "./sdk.ts";

/** A link at the top of a dashboard. One to another dashboard takes the chosen variables along. */
export function dashboardLink(link: Link): Builder<DashboardLink> {
  const { url, time = false } = link;
  return linkBuilder({ ...link, time }, url);
}

/** A link of a panel: Grafana ignores `keepTime` there, so the time stands in the address. */
export function panelLink(link: Link): Builder<DashboardLink> {
  const { url, time = false } = link;
  if (!time) return linkBuilder(link, url);
  return linkBuilder(link, `${url}${url.includes("?") ? "&" : "?"}\${__url_time_range}`);
}

function linkBuilder({ title, url, time = false }: Link, address: string): Builder<DashboardLink> {
  const { DashboardLinkBuilder, DashboardLinkType } = sdk.dashboard();
  const isInside = url.startsWith("/");
  const builder = new DashboardLinkBuilder(title)
    .type(DashboardLinkType.Link)
    .icon(isInside ? "dashboard" : "external link")
    .url(address)
    .keepTime(time)
    .includeVars(url.startsWith("/d/"))
    .targetBlank(!isInside);
  return { build: () => withoutPlacement(builder.build()) };
}

/** The SDK puts every link into a menu that is closed at first; without a placement it is seen at once. */
function withoutPlacement({ placement: _, ...link }: DashboardLink): DashboardLink {
  return link;
}
