import type { Facts, Version } from "./version.ts";

/** What still has a name in it as a word: other alerts, and panels. */
export function stillNaming(name: string, { alerts, panels }: Version): string[] {
  const word = new RegExp(`(?<![\\w:])${name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}(?![\\w:])`);
  const says = (facts: Facts, exprs: readonly string[]) =>
    [...Object.values(facts), ...exprs].some((text) => word.test(text));
  return [
    ...alerts
      .filter((alert) => alert.name !== name && says(alert.annotations, [alert.expr]))
      .map((alert) => `alert ${alert.name}`),
    ...panels
      .filter((panel) => says(panel.facts, [panel.name, ...panel.queries.map(({ expr }) => expr)]))
      .map((panel) => `panel "${panel.name}" of ${panel.dashboardTitle}`),
  ];
}
