import { expect, test } from "vitest";
import { ofJob, problemIn, problemText, untyped, type Malformed } from "./malformed.ts";

const steps = (...all: readonly unknown[]) => ofJob("x", { metricRelabelling: untyped(all) });

const malformed: readonly Malformed[] = [
  [
    'job "x": metricRelabelling.0.drop chooses nothing',
    "say which series it is about: metric, labels, or both",
    steps({ drop: {} }),
  ],
];

test.each(malformed.map((row) => [row[0], row] as const))("%s", (_, row) => {
  expect(problemIn(row[2])).toBe(problemText(row));
});

test("a step that Prometheus would not take is a problem", () => {
  const wrong = [
    { drop: { metric: /a(?=b)/ } },
    { drop: { metric: /a/g } },
    { keep: { labels: { "a-b": "c" } } },
    { dropLabel: "job" },
    { dropLabel: "__name__" },
    { replace: { label: "instance", from: /.+/, to: "x" } },
    { replace: { label: "a", from: /(.)/, to: "$1_total" } },
    { replace: { metric: /a/, to: "" } },
    { keep: { metric: "a" }, drop: { metric: "b" } },
  ];
  for (const step of wrong)
    expect(problemIn(steps(step)), JSON.stringify(step)).toContain('job "x": metricRelabelling');
});
