import { groupBy } from "../../group-by.ts";
import type { ShownPanel } from "../../model/alert-relations.ts";
import { remembered } from "../../remembered.ts";

/** Whose text names panels. */
export interface PanelReader {
  readonly service: string;
  /** The panels that its page lists, in this order. */
  readonly listed: readonly ShownPanel[];
  /** Whether it may mean a panel that its page does not list. */
  readonly mayMean: (one: ShownPanel) => boolean;
}

/**
 * The panels that a text may mean which has these names, what is meant first before the others: those that are listed, those of
 * the same dashboards, those of the service, then the rest.
 *
 * A title such as `Errors` is on a dashboard of every service. Of those far away only these are left: on a dashboard that the text
 * names, and the first, which is meant where none is near.
 */
export function panelsNamed(
  names: readonly string[],
  reader: PanelReader,
  shown: readonly ShownPanel[],
): ShownPanel[] {
  const { listed } = reader;
  const isListed = new Set(listed);
  const mayBeMeant = ({ one }: Placed) => !isListed.has(one) && reader.mayMean(one);
  const near = new Set([reader.service, ...listed.map(({ dashboard }) => dashboard.service)]);
  const others = names.flatMap((name) => {
    const named = tablesOf(shown).get(name);
    if (!named) return [];
    const first = named.all.find(mayBeMeant);
    const nearby = [...near].flatMap((service) => named.byService.get(service) ?? []);
    const there = names.flatMap((title) => named.byDashboard.get(title) ?? []);
    return [...(first ? [first] : []), ...[...nearby, ...there].filter(mayBeMeant)];
  });
  return [
    ...listed.filter(({ panel }) => names.includes(panel.title)),
    ...inOrder([...new Set(others)], reader),
  ];
}

/** A panel, and where it is among all. */
interface Placed {
  readonly one: ShownPanel;
  readonly at: number;
}

/** The panels of each title, by their services and by the titles of their dashboards. */
const tablesOf = remembered((shown: readonly ShownPanel[]) => {
  const placed = shown.map((one, at): Placed => ({ one, at }));
  const byTitle = groupBy(placed, ({ one }) => one.panel.title);
  return new Map(
    [...byTitle].map(([title, all]) => [
      title,
      {
        all,
        byService: groupBy(all, ({ one }) => one.dashboard.service),
        byDashboard: groupBy(all, ({ one }) => one.dashboard.title),
      },
    ]),
  );
});

function inOrder(panels: readonly Placed[], { listed, service }: PanelReader): ShownPanel[] {
  const dashboards = [...new Set(listed.map(({ dashboard }) => dashboard))];
  const rank = ({ one }: Placed) => {
    const index = dashboards.indexOf(one.dashboard);
    if (index >= 0) return index;
    return dashboards.length + (one.dashboard.service === service ? 0 : 1);
  };
  return panels.toSorted((a, b) => rank(a) - rank(b) || a.at - b.at).map(({ one }) => one);
}
