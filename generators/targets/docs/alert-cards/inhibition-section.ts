import type { AlertRouting } from "../../../routing/notification-routing.ts";
import { bulletList, link } from "../../../text/markdown.ts";
import { pairWords } from "../routing-table/alert-table.ts";

/** What silences an alert and what it silences, with links to their cards. */
export function inhibitionSection({ inhibitedBy, inhibits }: AlertRouting): string {
  const sources = pairWords(inhibitedBy, ({ source }) => source, cardLink);
  const targets = pairWords(inhibits, ({ target }) => target, cardLink);
  return bulletList([
    sources.length === 0
      ? "No other alert silences it."
      : `Nobody is told of it while one of these fires: ${sources.join("; ")}.`,
    targets.length === 0
      ? "It silences no other alert."
      : `While it fires, nobody is told of: ${targets.join("; ")}.`,
  ]);
}

function cardLink(name: string): string {
  return link(name, `${name}.md`);
}
