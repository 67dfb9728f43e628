import type { Labels } from "./label.ts";

/** Any label, as Grafana's legends write it: `{{endpoint}}`. */
export function legendLabels<L extends Labels>(): { readonly [K in keyof L]: string } {
  // A cast: whichever label is asked for, the answer has the shape that is promised.
  return new Proxy({}, { get: (_, label) => `{{${String(label)}}}` }) as { readonly [K in keyof L]: string };
}
