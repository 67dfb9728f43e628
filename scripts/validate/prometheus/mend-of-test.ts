import { basename } from "node:path/posix";

/** What to do about a test that does not hold, by the end of its name: what the test shows says what is most likely wrong. */
const byName: readonly (readonly [ending: string, mend: string])[] = [
  [
    "a number, or none, without traffic",
    "without traffic the recording is NaN: keep what is above 0, .gt(0).series(), of a quantile or of what it divides by",
  ],
  [
    "has its value",
    "mend the recording or its example; if the two differ in their last digits only, play rounder levels, and of a histogram none in its lowest bucket",
  ],
  [
    "silent when all is well",
    "it rings while all is well: mend the threshold of the rule, or `quiet` of its scenario",
  ],
  ["silent at the edge", "it rings at `edge`: mend the threshold of the rule, how it compares, or `edge`"],
  [
    "rings, and rings no more",
    "mend the rule or its scenario; if it only rings sooner or later than expected, say in `after` how long it takes until the condition holds",
  ],
];

/** The mend of a test of a rule, with the command that repeats it. */
export function mendOfTest(test: string | undefined, path: string): string {
  const [, mend = "mend the rule or its scenario"] = byName.find(([ending]) => test?.endsWith(ending)) ?? [];
  return `${mend}: promtool test rules out/prometheus/tests/${basename(path)}`;
}
