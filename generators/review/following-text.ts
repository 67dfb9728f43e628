import { formatQuantity } from "../text/quantity.ts";
import type { ChangedFact } from "./changed-facts.ts";
import type { AlertPair, Comparison } from "./comparison.ts";

/**
 * Tells of a text whether it only follows what is said elsewhere: a threshold that it names, or an alert that has another name. Nobody
 * reworded it.
 */
export function following({
  alerts,
}: Pick<Comparison, "alerts">): (fact: ChangedFact, pair: AlertPair) => boolean {
  const renamed = alerts.pairs.filter(({ base, head }) => base.name !== head.name);
  return ({ base, head }, pair) => {
    const names = renamed.map((one) => [one.base.name, one.head.name] as const);
    const unit = pair.head.unit ?? "none";
    const numbers = pair.parts.flatMap((part) =>
      part.kind === "number"
        ? [[formatQuantity(part.base, unit), formatQuantity(part.head, unit)] as const]
        : [],
    );
    const text = [...names, ...numbers].reduce((now, [from, to]) => now?.replaceAll(from, to), base);
    return text === head;
  };
}
