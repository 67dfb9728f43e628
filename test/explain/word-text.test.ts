// What the reference says of a word, in a terminal.
import { describe, expect, test } from "vitest";
import { readLanguage } from "../../scripts/reference/read-language.ts";
import { sectionsOf, wordNames, wordText } from "../../scripts/explain/word-text.ts";

test("a method: how it is written, what becomes of it, and what it is of several kinds", () => {
  expect(wordText("rate")).toBe(`rate

\`.rate(range)\`

Growth per second, over the last \`range\`: \`rate(…[5m])\`, in the unit per second.

In a rule, a series with a label of any value (\`"*"\`) that begins with its first increment counts
from 0.

  requests.rate("5m");

  rate(shop_requests_total{job="shop"}[5m])

Unit \`requests/s\`, labels \`job\`, \`instance\`, \`service\`, \`path\`, \`status\`.

Checks that look at it:

- births-are-heard: A program makes the series of a label that it does not know beforehand with the
first increment.

rate of buckets

\`.rate(range)\`

Growth per second of each bucket: \`rate(…_bucket[5m])\`; go on with \`sumBy(…, "le")\` and
\`histogramQuantile()\`.

In a rule, a histogram with a label of any value (\`"*"\`) that begins with its first observation
counts from 0.

  latency.bucket.rate("5m").sumBy("path", "le").asVector();

  sum by (path, le) (rate(shop_latency_seconds_bucket{job="shop"}[5m]))

Unit \`count/s\`, labels \`path\`, \`le\`.

rate of a result

\`.rate(range, step?)\`

Growth per second of a result that only grows: \`rate((…)[5m:1m])\`, in the unit per second.

  requests.raw().maxWithout("path").asCounter().rate("5m", "1m");

  rate(max without (path) (shop_requests_total{job="shop"})[5m:1m])

Unit \`requests/s\`, labels \`job\`, \`instance\`, \`service\`, \`status\`.
`);
});

test("a word: its options, those inside of them, and what is refused", () => {
  const text = wordText("timeInterval") ?? "";
  expect(text).toMatch(/^timeInterval\n\n`timeInterval\(name, options\)`\n/);
  expect(text).toContain(
    "- `location` (text; required): The time zone, by its name in the time zone database:",
  );
  expect(text).toContain("\nTime range\n\nA part of the day, from one time to a later one.\n");
  expect(text).toContain('fix: write "monday:friday"');
  expect(text).not.toMatch(/\]\(|\*\*|\| /);
});

describe("every word and method", () => {
  const { words, methods } = readLanguage();
  const all = [...words, ...methods.flatMap((kind) => kind.methods)].map(({ name }) => name);
  test("can be explained", () => {
    expect([...wordNames()].sort()).toEqual([...new Set(all)].sort());
  });
  test("and nothing else", () => {
    expect(wordText("Counters")).toBeUndefined();
    expect(wordText("nothing")).toBeUndefined();
  });
});

test("sections begin at headings", () => {
  expect(sectionsOf("# Page\n\n## A\n\none\n\n### b\n")).toEqual([
    { level: 2, heading: "A", lines: ["", "one"] },
    { level: 3, heading: "b", lines: [] },
  ]);
});
