import { expect, test } from "vitest";
import type { Item, Subject } from "../../generators/review/change.ts";
import type { ChangeClass } from "../../generators/review/change-class.ts";
import { summaryLines } from "../../generators/review/layout/summary.ts";

type Said = readonly [kind: string, what: Subject["what"], name: string, of: ChangeClass, byMs?: number];

function firstLine(said: readonly Said[]): string | undefined {
  const blocks = said.map(([kind, what, name, of, byMs]) => {
    const subject = { what, name, place: undefined };
    const item: Item = { subject, class: of, text: kind, kind, group: "when", fingerprint: "0123abcd", byMs };
    return { subject, items: [item] };
  });
  return summaryLines({ blocks, inconsequential: [], accepted: [], lapsed: [] })[0];
}

test.each<[string, readonly Said[]]>([
  [
    "2 panels are changed, 1 is new, 1 is removed.",
    [
      ["panel-looks", "panel", "Shop / A", "seen"],
      ["panel-added", "panel", "Shop / B", "seen"],
      ["panel-queries", "panel", "Shop / C", "seen"],
      ["panel-removed", "panel", "Shop / D", "seen"],
    ],
  ],
  [
    "1 recording means something else, 1 is gone or renamed.",
    [
      ["recording-changed", "recording", "a:b:c", "rests"],
      ["recording-removed", "recording", "a:b:d", "rests"],
    ],
  ],
  [
    "2 recordings or metrics mean something else.",
    [
      ["recording-changed", "recording", "a:b:c", "rests"],
      ["metric-changed", "metric", "b_total", "rests"],
    ],
  ],
  [
    "1 alert fires 10 min later, 1 job is new, 1 container is removed.",
    [
      ["for", "alert", "A", "later", 600_000],
      ["job-added", "job", "shop", "collected"],
      ["container-removed", "container", "shop", "runs"],
    ],
  ],
  [
    "2 alerts fire later.   Undecided: 1.",
    [
      ["for", "alert", "A", "later", 600_000],
      ["for", "alert", "B", "later", 60_000],
      ["expression", "alert", "C", "unknown"],
    ],
  ],
])("%s", (line, said) => {
  expect(firstLine(said)).toBe(line);
});
