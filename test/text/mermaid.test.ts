import { describe, expect, test } from "vitest";
import { mermaidText, printFlowchart } from "../../generators/text/mermaid.ts";

test("nodes, then arrows, in the order given", () => {
  const nodes = [
    { id: "root", shape: "round", lines: ["every alert"] },
    { id: "route1", shape: "box", lines: ["route 1", "severity = critical"] },
  ] as const;
  const edges = [
    { from: "root", to: "route1", dotted: true },
    { from: "route1", to: "root", label: "in office-hours" },
    { from: "route1", to: "route1", label: 'a "b"', dotted: true },
  ];
  expect(printFlowchart(nodes, edges)).toBe(`flowchart LR
  root(["every alert"])
  route1["route 1<br>severity = critical"]
  root -.-> route1
  route1 -->|"in office-hours"| root
  route1 -.->|"a #34;b#34;"| route1`);
});

describe("text is shown as it is written", () => {
  test.each([
    ["words, numbers and other scripts", "Slack 12 (on-call), ä 店 = b", "Slack 12 (on-call), ä 店 = b"],
    ["quotes", `the "shop"`, "the #34;shop#34;"],
    ["a number sign, by which Mermaid escapes", "#35;", "#35;35#59;"],
    ["HTML", "<b>&amp;", "#60;b#62;#38;amp#59;"],
    ["a comment or a directive", "%%{init}", "#37;#37;#123;init#125;"],
    ["an arrow", "a --> b", "a #45;#45;#62; b"],
    ["a bar", "critical|high", "critical#124;high"],
    ["brackets", "[x]{y}", "#91;x#93;#123;y#125;"],
    ["emphasis", "*x* _y_ `z` ~~d~~", "#42;x#42; #95;y#95; #96;z#96; #126;#126;d#126;#126;"],
    ["a numbered list", "1. first", "1#46; first"],
    ["a list", "- first", "#45; first"],
    ["an address", "https://a.b", "https#58;#47;#47;a#46;b"],
    ["an e-mail address", "a@b.c", "a#64;b#46;c"],
    ["a backslash, also before n", "\\n", "#92;#8203;n"],
    ["a style", "style: a#b;", "style#58; a#35;b#59;"],
    ["space around it", " x ", "#32;x#32;"],
    ["a line break", "x\ny", "x#10;y"],
    ["a sign of two code units", "🔔", "#128276;"],
  ])("%s", (_, text, expected) => {
    expect(mermaidText(text)).toBe(expected);
  });
});
