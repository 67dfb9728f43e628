import { expect, test } from "vitest";
import { compileRe2 } from "../../generators/promql/re2.ts";

/** Whether the pattern matches for Prometheus, and whether it does for Alertmanager. */
function matches(pattern: string, text: string): (boolean | undefined)[] {
  return [{}, { dot: "no line break" } as const].map((options) =>
    compileRe2(pattern, options).matches?.(text),
  );
}

test.each([
  ["a.b", "a\nb", [true, false]],
  ["a.b", "a b", [true, true]],
  ["a.b", "a\rb", [true, true]],
  ["a.b", "a\u2028b", [true, true]],
  [".*", "a\n", [true, false]],
  ["(?s)a.b", "a\nb", [true, true]],
  ["(?is:A.b)", "a\nb", [true, true]],
  ["(?-s)a.b", "a\nb", [true, false]],
  ["a\\.b", "a\nb", [false, false]],
  ["a[.]b", "a\nb", [false, false]],
  ["a[^x]b", "a\nb", [true, true]],
])("in Prometheus and Alertmanager %j matches %j: %j", (pattern, text, expected) => {
  expect(matches(pattern, text)).toEqual(expected);
});
