import { expect, test } from "vitest";
import { notesOf } from "../../generators/pictures/drawn-strips.ts";
import { drawStrip } from "../../generators/pictures/draw-strip.ts";
import { frameOf } from "../../generators/pictures/frame.ts";
import type { PicturePanel } from "../../generators/pictures/panel.ts";
import type { Strip } from "../../generators/pictures/strip.ts";
import { readPromql } from "../../generators/promql/read.ts";
import { plainWords } from "../../generators/promql/value-words.ts";
import { printSvg } from "../../generators/text/svg.ts";

const moments = { fromMs: 0, badMs: 0, wellMs: 60_000, toMs: 300_000 };

function titleOf(strip: Strip): string {
  const panel: PicturePanel = { strips: [strip], notes: [], states: [], moments, since: "since it goes bad" };
  const frame = frameOf(panel, 90);
  const [title] = drawStrip(strip, { frame, moments, states: [], top: 0, plotHeight: 90 });
  return title ? printSvg(title, { source: "a.ts" }).replace(/^.*?<text[^>]*>|<\/text>\s*$/gs, "") : "";
}

const strip = (title: string, words?: string): Strip => ({
  title,
  ...(words === undefined ? {} : { words }),
  unit: "bool",
  lines: [],
  marks: [{ kind: "threshold", value: 0, text: "fires at 0" }],
  gaps: [],
});
const long = `up{job!~"${"a-job|".repeat(20)}b-job"}`;

test("a title is PromQL where there is room for it", () => {
  expect(titleOf(strip('up{job="shop"}', "up"))).toBe("up{job=&quot;shop&quot;} (1 is yes)");
});

test("it is said in words where there is none, and cut only without words", () => {
  expect(titleOf(strip(long, "up"))).toBe("up (1 is yes)");
  expect(titleOf(strip(long))).toMatch(/…$/);
});

test("so is the title of what is not drawn", () => {
  expect(notesOf([strip(long, "up")])).toEqual([
    [`Not drawn (fires at 0): ${long}`, "Not drawn (fires at 0): up"],
  ]);
});

test.each([
  [
    'histogram_quantile(0.99, sum by (le, le_mans) (rate(a_bucket{job="b"}[5m])))',
    "the p99 of a for each le_mans over 5m",
  ],
  ['rate(a{job="b", c="d"}[5m])', 'the growth of a{c="d"} per second, over 5m'],
  ['a{b="`c`"}', 'a{b="`c`"}'],
  ["topk(3, a)", "topk(3, a)"],
  [
    "(sum by (job) (rate(a[5m])) or sum by (job) (rate(b[5m])) * 0) / (sum by (job) (rate(b[5m])) > 0)",
    "the sum of the growth of a per second, over 5m, for each job, as a share of the sum of the growth of b per second, over 5m, for each job",
  ],
  [
    "(rate(a[5m]) or rate(b[5m]) * 0) / (rate(b[5m]) > 0)",
    "the growth of a per second, over 5m, as a share of the growth of b per second, over 5m",
  ],
  ["(a or b * 0) / (c > 0)", "(a or b * 0) / (c > 0)"],
])("%s in words", (expr, words) => {
  const node = readPromql(expr);
  expect(node && plainWords(node)).toBe(words);
});
