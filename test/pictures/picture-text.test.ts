import { expect, test } from "vitest";
import type { PicturePanel } from "../../generators/pictures/panel.ts";
import { pictureText } from "../../generators/pictures/picture-text.ts";
import type { Strip } from "../../generators/pictures/strip.ts";

const strip = (title: string, text: string): Strip => ({
  title,
  unit: "tasks",
  lines: [],
  marks: [
    { kind: "threshold", value: 3, text },
    { kind: "limit", value: 3, text: "limit 3 tasks: silent" },
    { kind: "ok", value: 0, text: "ok 0 tasks" },
    { kind: "firing", value: 4, text: "firing 4 tasks" },
  ],
  gaps: [],
});

const told = (strips: readonly Strip[], name = "Queue") => {
  const minute = 60_000;
  const panel: PicturePanel = {
    strips,
    notes: [],
    states: [
      { kind: "firing", fromMs: 0, toMs: minute, text: "firing" },
      { kind: "ending", fromMs: minute, toMs: 5 * minute, text: "ends by here" },
    ],
    moments: { fromMs: 0, badMs: 0, wellMs: minute, toMs: 5 * minute },
    since: "since it goes bad",
  };
  const { title, description } = pictureText({ name }, panel, { index: 0, count: 1 });
  return `${title}. ${description}`;
};

test("says in sentences when it fires, and what it looks at", () => {
  expect(told([strip("queue", "fires above 3 tasks")])).toBe(
    "Rule test of Queue. The alert is firing from 0s to 1m and over by 5m after it goes bad. queue: fires above 3 tasks, silent at 3 tasks, 0 tasks when all is well and 4 tasks when it fires.",
  );
});

test("tells of every comparison, the last ones shorter, and two never begin alike", () => {
  const long = "a".repeat(200);
  const text = told([strip(long, "needs above 3 tasks"), strip(long, "needs above 3 tasks")]);
  expect(text).toContain(
    "Comparison 1 of 2: must be above 3 tasks, silent at 3 tasks, 0 tasks when all is well",
  );
  expect(text).toMatch(/ Comparison 2 of 2: must be above 3 tasks\.$/);
  expect(text.length).toBeLessThanOrEqual(300);
});

test("what is too long as PromQL is said in words", () => {
  const words = "the sum of queued";
  const text = told([{ ...strip("a".repeat(200), "fires above 3 tasks"), words }]);
  expect(text).toContain("it goes bad. The sum of queued: fires above 3 tasks, silent at 3 tasks");
});
