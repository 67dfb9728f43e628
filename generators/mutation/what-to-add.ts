import type { Mutant, Operator } from "./mutant.ts";

const hints: Readonly<Record<Operator, string>> = {
  threshold: "let the scenario have a level between the two, on the side where the rule says something else",
  comparison: "let `limit` be exactly at the threshold, and `firing` beyond it",
  for: "let what fires be there from one moment to the next, so that the proof can look just before and just after `for`",
  keepFiringFor:
    "let what fires be well again at once, so that the proof can look just before and just after it is gone",
  matcher: "play a series that only this matcher keeps out, and that would fire",
  arm: "add a scenario in which this arm alone decides",
  window: "let a series change within the window, so that a longer or a shorter one sees something else",
  horizon: "add a scenario that fires late, or not at all, when it looks half or twice as far ahead",
  grouping: "play two series that differ in this label alone, with different values",
  quantile:
    "let the scenario's quantile lie near the threshold, so that its neighbours are on the other side",
  severity: "nothing: the proof expects all labels; look for what keeps it from firing at all",
};

const recordingHints: Partial<Readonly<Record<Operator, string>>> = {
  threshold: "add an example in which what is compared lies between the two",
  comparison: "add an example in which the two sides are equal, and one in which they are not",
  arm: "add an example in which this arm alone has a value",
  horizon: "add an example whose series changes its pace",
  quantile: "add an example in which the other quantiles have other values",
};

/** What an author can do so that the next test notices such a slip, in the imperative. */
export function whatToAdd({ rule, operator }: Pick<Mutant, "rule" | "operator">): string {
  return (rule.kind === "recording" ? recordingHints[operator] : undefined) ?? hints[operator];
}
