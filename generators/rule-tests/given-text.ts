import type { Given, Level } from "../language/given.ts";
import type { Node } from "../promql/tree.ts";
import type { Situation } from "../series/series.ts";
import { formatQuantity } from "../text/quantity.ts";

/** What is given in a situation, as an author wrote it, in short: `share(shop_failed_total, shop_sold_total, 5%)`. */
export function givenText(given: Given, situation: Situation): string {
  switch (given.kind) {
    case "share":
      return call("share", [named(given.part), named(given.rest), level(given.levels[situation], "ratio")]);
    case "quantile": {
      const histogram = named(given.buckets).replace(/_bucket$/, "");
      return call("quantile", [
        histogram,
        String(given.quantile),
        level(given.levels[situation], given.unit),
      ]);
    }
    case "time left":
      return call("timeLeft", [named(given.series), level(given.levels[situation], "seconds")]);
    case "restarts":
      return call("restarts", [named(given.series)]);
    case "follows":
      return call("follows", [named(given.series), `[${given.samples[situation].join(", ")}]`]);
    case "grows":
      return call("grows", [named(given.series), given.per, level(given.levels[situation], given.unit)]);
    case "runs":
      return call("runs", [named(given.series), level(given.levels[situation], "none")]);
    case "holds":
      return call("holds", [named(given.series), level(given.levels[situation], given.unit)]);
  }
}

function call(name: string, args: readonly string[]): string {
  return `${name}(${args.join(", ")})`;
}

function level(value: Level, unit: string): string {
  return value === "missing" ? value : formatQuantity(value, unit);
}

function named(node: Node): string {
  return node.kind === "selector" ? node.metric : "…";
}
