import { basename } from "node:path/posix";

/** What to do about a test that does not hold, by the end of its name: what the test shows says what is most likely wrong. */
const byName: readonly (readonly [ending: string, fix: string])[] = [
  [
    "a number, or none, without traffic",
    "without traffic the recording is NaN: keep what is above 0, .gt(0).series(), of a quantile or of what it divides by",
  ],
  [
    "has its value",
    "fix the recording or its example; if the two differ in their last digits only, play rounder levels, and of a histogram none in its lowest bucket",
  ],
  [
    "silent when all is well",
    "it fires while all is well: fix the threshold of the rule, or `ok` of its scenario",
  ],
  ["silent at the limit", "it fires at `limit`: fix the threshold of the rule, how it compares, or `limit`"],
  [
    "fires, then resolves",
    "fix the rule or its scenario; if it only fires sooner or later than expected, say in `after` how long it takes until the condition holds",
  ],
];

/** The fix of a test of a rule, with the command that repeats it. */
export function fixOfTest(test: string | undefined, path: string): string {
  const [, fix = "fix the rule or its scenario"] = byName.find(([ending]) => test?.endsWith(ending)) ?? [];
  return `${fix}: promtool test rules out/prometheus/tests/${basename(path)}`;
}
