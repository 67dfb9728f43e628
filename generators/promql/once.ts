import { remembered } from "../remembered.ts";

/**
 * The same function, which answers once for each expression, or for the labels of each series: an expression is worked out for the same
 * series again and again, while their values change.
 */
export const once: typeof remembered = remembered;

type Labels = Readonly<Record<string, string>>;

/** The same of what depends on both. */
export function forLabels<Of extends object, Answer>(
  make: (of: Of, labels: Labels) => Answer,
): (of: Of, labels: Labels) => Answer {
  const ofEach = once((of: Of) => once((labels: Labels) => make(of, labels)));
  return (of, labels) => ofEach(of)(labels);
}
