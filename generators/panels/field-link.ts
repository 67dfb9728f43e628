import type { Link } from "../language/link.ts";

/** The address of a link that is no dashboard's: Grafana ignores `keepTime` there, so the time is in the address. */
export function addressOf({ url, time = false }: Link): string {
  return time ? `${url}${url.includes("?") ? "&" : "?"}\${__url_time_range}` : url;
}

/** A link on a value, as Grafana keeps it. */
export function fieldLink(link: Link): {
  readonly title: string;
  readonly url: string;
  readonly targetBlank: boolean;
} {
  return { title: link.title, url: addressOf(link), targetBlank: !link.url.startsWith("/") };
}
