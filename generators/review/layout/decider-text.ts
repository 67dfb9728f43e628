import type { Item } from "../change.ts";

/** How a sentence is known, behind it: `both Alertmanagers, 6 label sets`; undefined: it can be read off. */
export function deciderText({ decider, labelSets }: Item): string | undefined {
  if (decider === undefined || labelSets === undefined) return decider;
  return `${decider}, ${labelSets} label set${labelSets === 1 ? "" : "s"}`;
}
