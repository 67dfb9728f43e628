import type { Check, Finding } from "../../check.ts";
import type { Definitions } from "../../language/platform.ts";
import { authoredValues } from "../../model/authored-values.ts";
import { stepsOf } from "../../model/way.ts";

/** A program counts with 64 bits at most, so nothing that is measured goes beyond: bytes in all memory of the world, nanoseconds of 292 years. */
const largest = 2 ** 63;

/** Every number is one: a text that was read as a number, or a division by 0, is seen where it stands. */
export const numbersAreFinite: Check<Definitions> = {
  id: "numbers-are-finite",
  why: "A threshold that is no number is never crossed, and Prometheus says nothing about it. No counter goes beyond 64 bits, so what is larger, or infinite, is never reached either.",
  source: "https://prometheus.io/docs/prometheus/latest/querying/basics/",
  wrong: `
export const ManyOrders = alert({
  ...rest,
  expr: orderRate.gt(Number("5/s")),
});
`,
  right: `
export const ManyOrders = alert({
  ...rest,
  expr: orderRate.gt(5),
});
`,
  suppressible: false,
  *find(definitions: Definitions): Iterable<Finding> {
    for (const { value, owner, way, place } of authoredValues(definitions)) {
      if (typeof value !== "number") continue;
      const wrong = whyNoAmount(value);
      if (wrong === undefined) continue;
      yield {
        definition: { place },
        message: `${owner}: ${stepsOf(way).join(".")} ${wrong.what}`,
        fix: wrong.fix,
      };
    }
  },
};

/** Why nothing can have this value; undefined: something can. */
export function whyNoAmount(value: number): { readonly what: string; readonly fix: string } | undefined {
  if (Number.isNaN(value)) {
    return {
      what: "is not a number (NaN)",
      fix: 'write the number itself: Number("5/s") and 0 / 0 are none',
    };
  }
  if (Math.abs(value) <= largest) return undefined;
  const what = Number.isFinite(value) ? `is ${value}, which is more than 64 bits can count` : `is ${value}`;
  return { what, fix: "write a number that can be reached" };
}
