import { alert, annotation, query, timeSeries, type Word } from "signalbox";
import { describe, expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { dashboardWith, orderRate, plainWords, sales } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "texts-only-insert-words";
const expr = orderRate.gt(5);

interface Words {
  readonly labels: { readonly instance: Word };
  readonly value: Word;
  readonly threshold: Word;
}
type Summary = (words: Words) => string | Word;

const problems = (summary: Summary) =>
  problemsOf(id, definitionsWith({ alerts: { Many: alert({ ...plainWords, expr, summary }) } }));

/** What a text becomes for whoever ignores the types: a word is a text then. */
const asText = (word: Word) => word as unknown as string;
const asNumber = (word: Word) => word as unknown as number;

describe("a text that only inserts its words is as good as any", () => {
  test.each<[string, Summary]>([
    ["a template", ({ labels, value }) => `${labels.instance} takes ${value}`],
    ["a word alone", ({ labels }) => labels.instance],
    [
      "a template in several pieces",
      ({ labels, value }) => [`${labels.instance}`, `takes ${value}`].join(" "),
    ],
    ["another function", (words) => wordsOf(words)],
    [
      "a date that somebody wrote",
      ({ value }) => `${value} since ${new Date("2026-01-01").getUTCFullYear()}`,
    ],
    ["a date of numbers", ({ value }) => `${value} since ${new Date(Date.UTC(2026, 0)).toISOString()}`],
  ])("%s", (_, summary) => {
    expect(problems(summary)).toEqual([]);
  });
});

function wordsOf({ labels, value }: Words): string {
  return `${labels.instance} takes ${value}`;
}

const onlyInsert =
  "which nobody knows before the text is read (texts-only-insert-words)\n" +
  "  fix: only insert it, ${…}, and leave it as it is; where another text is needed, narrow the expression with where() and write each its own";

describe("what is done with a word but insert it is a problem where it is done", () => {
  test.each<[string, Summary]>([
    [
      "asks for .includes of the label instance",
      ({ labels }) => (asText(labels.instance).includes("prod") ? "a" : "b"),
    ],
    ["asks for .split of the label instance", ({ labels }) => `${asText(labels.instance).split(":")[0]}`],
    ["asks for .length of the label instance", ({ labels }) => `${asText(labels.instance).length}`],
    ["asks for .toString of the label instance", ({ labels }) => labels.instance.toString()],
    ["takes the label instance apart", ({ labels }) => [...asText(labels.instance)].join()],
    ["looks into the label instance", ({ labels }) => JSON.stringify({ ...labels.instance })],
    ["makes JSON of the label instance", ({ labels }) => JSON.stringify(labels.instance)],
    ["makes JSON of the value", (words) => JSON.stringify(words)],
    ["calculates with the value", ({ value }) => `${Number(value) - 45} below`],
    ["calculates with the value", ({ value }) => `${-asNumber(value)}`],
    ["calculates with the value", ({ value }) => (asNumber(value) > 3 ? "many" : "few")],
    ["adds to the value, or compares it", ({ value }) => value + " orders"],
    ["adds to the value, or compares it", ({ value }) => (asText(value) == "3" ? "three" : "others")],
    ["looks into the value", ({ value }) => (value instanceof Date ? "a" : "b")],
    ["changes the value", ({ value }) => `${Object.assign(value, { a: 1 })}`],
    ["asks for .toFixed of the threshold", ({ threshold }) => asNumber(threshold).toFixed(2)],
  ])("it %s", (what, summary) => {
    expect(problems(summary)).toEqual([
      expect.stringContaining(`alert "Many": its summary ${what}, ${onlyInsert}`),
    ]);
  });

  test("at the line of the text that does it, however far from its alert", () => {
    const said = ({ labels }: Words) =>
      // far away
      asText(labels.instance).toUpperCase();
    expect(problems((words) => `It is ${said(words)}`)).toEqual([
      expect.stringMatching(`^${at("far away")}: alert "Many": its summary asks for .toUpperCase of`),
    ]);
  });

  test("all labels together are no word", () => {
    const fix = "insert each label that it needs by its name";
    for (const summary of [
      ({ labels }: Words) => `${labels}`,
      ({ labels }: Words) => JSON.stringify(labels),
      ({ labels }: Words) => Object.keys(labels).join(),
      ({ labels }: Words) => ("instance" in labels ? "a" : "b"),
    ]) {
      expect(problems(summary)).toEqual([
        expect.stringContaining(`its summary uses all labels at once (${id})\n  fix: ${fix}`),
      ]);
    }
  });
});

describe("a text that depends on what it inserts is a problem, though it cannot be seen where", () => {
  const made = `alert "Many": its summary makes something of what it inserts, which nobody knows before the text is read (${id})`;
  test.each<[string, Summary]>([
    ["looks for a part of it", ({ labels }) => (`${labels.instance}`.includes("frankfurt") ? "a" : "b")],
    ["looks for a pattern", ({ labels }) => (/^berlin/.test(`${labels.instance}`) ? "a" : "b")],
    ["takes its port away", ({ labels }) => `${`${labels.instance}`.split(":")[0]} is full`],
    ["writes it in capitals", ({ labels }) => `${labels.instance}`.toUpperCase()],
    ["counts its letters", ({ labels }) => `${"-".repeat(`${labels.instance}`.length)}`],
    ["calculates with it", ({ value }) => `${Number(`${value}`) - 45} below`],
    ["compares it with a number", ({ value }) => (parseFloat(String(value)) > 87.5 ? "many" : "few")],
    ["asks whether it is there", ({ labels }) => (labels.instance ? "a" : "b")],
    ["has something else where it is not there", ({ labels }) => `${labels.instance || "nobody"}`],
    ["asks what it is", ({ labels }) => (typeof labels.instance === "string" ? "a" : "b")],
    ["compares it as it is", ({ labels }) => (asText(labels.instance) === "cologne" ? "a" : "b")],
    ["compares two of them", ({ labels, value }) => (labels.instance === value ? "a" : "b")],
  ])("it %s", (_, summary) => {
    expect(problems(summary)).toEqual([expect.stringContaining(made)]);
  });
});

describe("a text that is another one with each build is a problem", () => {
  let count = 0;
  test.each<[string, Summary]>([
    ["asks what time it is", () => `Since ${new Date().toISOString()}`],
    ["asks what time it is", () => `Since ${Date.now()}`],
    ["asks what time it is", () => `Since ${Date()}`],
    ["takes a random number", () => `It is ${Math.random()}`],
    ["is another text each time it is asked for", () => `The ${count++}th`],
    ["is another text each time it is asked for", () => crypto.randomUUID()],
  ])("it %s", (what, summary) => {
    expect(problems(summary)).toEqual([expect.stringContaining(`alert "Many": its summary ${what}`)]);
  });

  test("and the clock is as it was", () => {
    expect(problems(() => `Since ${new Date().toISOString()}`)).toHaveLength(1);
    expect(new Date().getTime()).toBeGreaterThan(0);
    expect(Math.random()).toBeLessThan(1);
  });
});

test("each text of an alert is looked at, and so are legends and marks", () => {
  const Many = alert({
    ...plainWords,
    expr,
    // summary
    summary: ({ labels }) => asText(labels.instance).trim(),
    // description
    description: ({ value }) => asText(value).trim(),
  });
  const panel = timeSeries({
    title: "Orders",
    description: "Orders.",
    // legend
    queries: [query(orderRate, { legend: ($) => asText($.instance).trim() })],
  });
  const marks = annotation("Starts", {
    expr: sales.shop_orders_total.resets("1m").gt(0),
    color: "blue",
    // mark
    text: (labels) => (new Date() ? "a" : asText(labels.instance)),
  });
  const more = { ...dashboardWith(panel), annotations: [marks] };
  expect(problemsOf(id, definitionsWith({ alerts: { Many }, dashboards: { more } }))).toEqual([
    expect.stringMatching(
      `^${at("summary")}: alert "Many": its summary asks for .trim of the label instance`,
    ),
    expect.stringMatching(`^${at("description")}: alert "Many": its description asks for .trim of the value`),
    expect.stringMatching(
      `^${at("legend")}: panel "Orders": its legend asks for .trim of the label instance`,
    ),
    expect.stringMatching(`^${at("mark")}: annotation "Starts": its text asks what time it is`),
  ]);
});

test("what an author's own code throws in a text is theirs", () => {
  const fails: Summary = () => {
    throw new RangeError("too far");
  };
  expect(() => problems(fails)).toThrow("too far");
});
