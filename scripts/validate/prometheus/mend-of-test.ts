import { basename } from "node:path/posix";

/** What to do about a test that does not hold, by the end of its name: what the test shows says what is most likely wrong. */
const byName: readonly (readonly [ending: string, mend: string])[] = [
  [
    "a number, or none, without traffic",
    "without traffic the recording is NaN: keep what is above 0, .gt(0).series(), of a quantile or of what it divides by",
  ],
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
