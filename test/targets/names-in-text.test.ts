import { expect, test } from "vitest";
import { namesIn, type Nameable } from "../../generators/targets/docs/names-in-text.ts";
import { readableText } from "../../generators/targets/docs/readable-text.ts";

const panel = (name: string, on: string, isFar = false): Nameable => ({
  name,
  target: `${on}/${name}`,
  on,
  isFar,
});

const names = namesIn([
  panel("Memory", "Shop"),
  panel("Scene loads", "Shop"),
  panel("Scene loads", "Second page"),
  panel("Scene loads beside", "Shop"),
  panel("Objects, nodes", "Shop"),
  panel("Cost [all]", "Shop"),
  panel("Latency", "Other page", true),
  panel("Slow calls", "Other page", true),
  panel("", "Shop"),
  { name: "Second page", target: "/second" },
  { name: "Other page", target: "/other" },
  { name: "ShopDown", target: "ShopDown.md" },
]);

test.each([
  ["one behind its word", "The panel Memory says so.", "The panel [Memory](<Shop/Memory>) says so."],
  ["in quotes", 'the panel "Memory"', 'the panel "[Memory](<Shop/Memory>)"'],
  ["several words anywhere", "Scene loads rose?", "[Scene loads](<Shop/Scene loads>) rose?"],
  ["the longest", "see Scene loads beside it", "see [Scene loads beside](<Shop/Scene loads beside>) it"],
  ["one word that is looked at", "Look at Memory.", "Look at [Memory](<Shop/Memory>)."],
  ["one word that begins a sentence", "Memory is full.", "Memory is full."],
  ["a part of a word", "see Memory_total, the panel Memoryless", "see Memory_total, the panel Memoryless"],
  [
    "a list that goes on",
    "see Objects, nodes, Memory and Scene loads",
    "see [Objects, nodes](<Shop/Objects, nodes>), [Memory](<Shop/Memory>) and [Scene loads](<Shop/Scene loads>)",
  ],
  [
    "the dashboard that the text says",
    "see Scene loads in Second page",
    "see [Scene loads](<Second page/Scene loads>) in [Second page](</second>)",
  ],
  [
    "a dashboard of somebody else, for all that stands before it",
    "see Slow calls and Latency of the dashboard Other page",
    "see [Slow calls](<Other page/Slow calls>) and [Latency](<Other page/Latency>) of the dashboard [Other page](</other>)",
  ],
  ["of somebody else, without its dashboard", "Slow calls?", "Slow calls?"],
  ["of somebody else, as a panel", "the panel Slow calls", "the panel [Slow calls](<Other page/Slow calls>)"],
  ["an alert", "until ShopDown fires", "until [ShopDown](<ShopDown.md>) fires"],
  ["signs of Markdown", "*now* see Cost [all]!", "\\*now\\* see [Cost \\[all\\]](<Shop/Cost [all]>)!"],
  ["code", "`the panel Memory`", "`the panel Memory`"],
  ["a template", "{{ $labels.job }}: the panel Memory", "*job*: the panel [Memory](<Shop/Memory>)"],
])("%s", (_, text, markdown) => {
  expect(readableText(text, names)).toBe(markdown);
});

test("nothing to name, nothing found", () => {
  expect(namesIn([])("the panel Memory")).toEqual([]);
});
