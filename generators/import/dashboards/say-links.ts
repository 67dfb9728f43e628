import { dataAt, textAt } from "../../targets/validation/untyped-data.ts";

/** A link of a panel or of a column: `Link` of the language. */
export function linkSaid(link: unknown): {
  readonly title: string;
  readonly url: string;
  readonly time?: true;
} {
  return {
    title: textAt(link, "title") || "Link",
    url: textAt(link, "url") ?? "",
    ...(dataAt(link, "keepTime") === true && { time: true as const }),
  };
}
