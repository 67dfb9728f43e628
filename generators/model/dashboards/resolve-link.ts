import type { Dashboard } from "../../language/dashboard.ts";
import type { Link } from "../../language/link.ts";

/** A link to another dashboard leads to its uid, which outlives its title and its folder, and takes the time along. */
export function resolveLink(link: Link | Dashboard): Link {
  return "uid" in link ? { title: link.title, url: `/d/${link.uid}`, time: true } : link;
}
