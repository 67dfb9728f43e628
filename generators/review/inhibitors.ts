import type { InhibitedPair } from "../routing/inhibits.ts";
import { compareText } from "../text/order.ts";

/** The alerts that keep another from being sent, each once, with what both must have in common: `ShopDown (same instance)`. */
export function pairNames(pairs: readonly InhibitedPair[]): string[] {
  const names = pairs.map(({ source, surely, ifSame }) => {
    const conditions = [
      ...(surely ? [] : ["perhaps"]),
      ...(ifSame.length === 0 ? [] : [`same ${ifSame.join(", ")}`]),
    ];
    return conditions.length === 0 ? source.name : `${source.name} (${conditions.join(", ")})`;
  });
  return [...new Set(names)].sort(compareText);
}
