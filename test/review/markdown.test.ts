import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AcceptedReview } from "../../generators/review/accepted.ts";
import type { Item } from "../../generators/review/change.ts";
import { marker } from "../../generators/review/layout/marker.ts";
import { reviewMarkdown } from "../../generators/review/layout/markdown.ts";

/** As many alerts and panels, each with a sentence of so many characters. */
function reviewWith(
  counts: { readonly alerts: number; readonly panels: number },
  length: number,
): AcceptedReview {
  const items = (what: "alert" | "panel", count: number) =>
    Array.from({ length: count }, (_, index): Item => {
      const name = `${what}${index}`;
      const subject = { what, name, place: { file: "definitions/a.ts", line: index + 1 } };
      const [group, kind] =
        what === "alert" ? (["when", "threshold"] as const) : (["sees", "panel-looks"] as const);
      const text = `${name} says ${"x".repeat(length)}`;
      return {
        subject,
        class: what === "alert" ? "less" : "seen",
        text,
        kind,
        group,
        fingerprint: "0123abcd",
      };
    });
  const all = [...items("alert", counts.alerts), ...items("panel", counts.panels)];
  const blocks = all.map((item) => ({ subject: item.subject, items: [item] }));
  return { blocks, inconsequential: [], accepted: [], lapsed: [] };
}

/** The details that are open at each end of one, from the first line to the last. */
function isBalanced(text: string): boolean {
  let open = 0;
  for (const [tag] of text.matchAll(/(?<!\\)<\/?details\b/g)) {
    open += tag === "<details" ? 1 : -1;
    // GitHub shows no Markdown in one that stands in another without an empty line between them.
    if (open < 0 || open > 1) return false;
  }
  return open === 0;
}

const sentences = (text: string) => text.match(/ says x/g)?.length ?? 0;

describe("a comment that would be too long", () => {
  test.each([
    ["of alerts alone", { alerts: 900, panels: 0 }, 100],
    ["of panels alone", { alerts: 0, panels: 900 }, 100],
    ["of both", { alerts: 300, panels: 600 }, 200],
    ["of sentences that are too long by themselves", { alerts: 2, panels: 2 }, 70_000],
  ])("%s is cut below 60,000 characters, and says how much was left out", (_, counts, length) => {
    const text = reviewMarkdown(reviewWith(counts, length));
    expect(text.length).toBeLessThan(60_000);
    expect(text.startsWith(marker)).toBe(true);
    const left = counts.alerts + counts.panels - sentences(text);
    expect(text.trimEnd().split("\n").at(-1)).toBe(
      `${left} sentences are left out here; \`signalbox diff\` prints them all.`,
    );
    expect(isBalanced(text)).toBe(true);
  });

  test("its first lines are those of the whole, and what matters most stays", () => {
    const text = reviewMarkdown(reviewWith({ alerts: 400, panels: 900 }, 100));
    expect(text.split("\n")[2]).toBe("**400 alerts fire less, 900 panels are changed.**");
    const shown = [...text.matchAll(/\*\*(alert|panel)\d+\*\*/g)].map(([, what]) => what);
    expect(shown.lastIndexOf("alert")).toBeLessThan(
      shown.indexOf("panel") === -1 ? Infinity : shown.indexOf("panel"),
    );
  });
});

test("of acceptances that can go a few are named", () => {
  const lapsed = Array.from({ length: 2000 }, (_, index) => ({
    fingerprint: "0123abcd",
    reason: "agreed",
    line: index,
  }));
  const text = reviewMarkdown({ blocks: [], inconsequential: [], accepted: [], lapsed });
  expect(text.split("\n").filter((line) => line.startsWith("No longer said"))).toEqual([
    ...Array.from({ length: 3 }, () => "No longer said, so accept: 0123abcd can go (agreed)"),
    "No longer said are 1997 more.",
  ]);
});

test("of any length, nothing is lost without a word", () => {
  const count = fc.nat(400);
  fc.assert(
    fc.property(count, count, fc.nat(400), (alerts, panels, length) => {
      const text = reviewMarkdown(reviewWith({ alerts, panels }, length + 1));
      const [, left = "0"] = /^(\d+) sentences are left out here/m.exec(text) ?? [];
      expect(sentences(text) + Number(left)).toBe(alerts + panels);
      expect(text.length).toBeLessThan(60_000);
      expect(isBalanced(text)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test("what names and texts hold is no Markdown", () => {
  const { blocks, ...others } = reviewWith({ alerts: 1, panels: 0 }, 1);
  const text = reviewMarkdown({
    ...others,
    blocks: blocks.map((block) => ({
      ...block,
      items: block.items.map((item) => ({ ...item, text: "</details><b>*all*</b> [a](b) <!-- end -->" })),
    })),
  });
  expect(isBalanced(text)).toBe(true);
  expect(text).not.toMatch(/(?<!\\)<b>|(?<!\\)\[a\]\(b\)|(?<!\\)<!-- end/);
});

test("nobody is called by a name that a sentence has", () => {
  const { blocks, ...others } = reviewWith({ alerts: 1, panels: 0 }, 1);
  const called = "now also team (Slack @here and @acme/sre, e-mail to team@example.com)";
  const text = reviewMarkdown({
    ...others,
    blocks: blocks.map((block) => ({
      ...block,
      items: block.items.map((item) => ({ ...item, text: called })),
    })),
  });
  expect(text).not.toMatch(/(?<!\w)@\w/);
  expect(text).toContain("team@example.com");
});
