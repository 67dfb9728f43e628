import { describe, expect, test } from "vitest";
import { printYaml } from "../../generators/text/yaml.ts";

const print = (value: unknown) => printYaml(value, { source: "definitions/" });
const header = '# Generated from definitions/ by "signalbox build": edit there, not here.\n';

describe("the shape of a YAML file", () => {
  test("a rule file: the header, keys in the order given, long PromQL as a block", () => {
    const expr = "sum by (instance) (\n  rate(http_requests_total[5m])\n)\n> 10";
    const rule = {
      alert: "TooMany",
      expr,
      for: "5m",
      labels: { severity: "high", at: "22:00", paged: "no" },
    };
    expect(print({ groups: [{ name: "web", rules: [rule] }] })).toBe(`${header}groups:
  - name: web
    rules:
      - alert: TooMany
        expr: |-
          sum by (instance) (
            rate(http_requests_total[5m])
          )
          > 10
        for: 5m
        labels:
          severity: high
          at: "22:00"
          paged: "no"
`);
  });

  test("a long line is not folded", () => {
    const expr = `sum(${"a + ".repeat(100)}a)`;
    expect(print({ expr })).toBe(`${header}expr: ${expr}\n`);
  });

  test("an object used twice is written twice, without an anchor", () => {
    const labels = { team: "vr" };
    expect(print([{ labels }, { labels }])).toBe(
      `${header}- labels:\n    team: vr\n- labels:\n    team: vr\n`,
    );
  });

  test("undefined is dropped from maps and lists; null stays", () => {
    expect(print({ a: undefined, b: null, c: [undefined, 1] })).toBe(`${header}b: null\nc:\n  - 1\n`);
  });

  test("a block that begins with space says how far it is indented itself", () => {
    expect(print({ text: "  a\nb" })).toBe(`${header}text: |2-\n    a\n  b\n`);
  });

  test("a text of several lines that ends with a line break keeps it", () => {
    expect(print({ text: "a\n\nb\n" })).toBe(`${header}text: |\n  a\n\n  b\n`);
  });

  test.each([
    ["an empty map", {}, "{}\n"],
    ["an empty list", [], "[]\n"],
    ["one text", "a", "a\n"],
  ])("%s is a whole file, with a final line break", (_what, value, body) => {
    expect(print(value)).toBe(header + body);
  });
});

describe("strings that YAML would read as something else are quoted", () => {
  test.each([
    ...["yes", "no", "on", "off", "y", "n", "true", "~", "null", ""],
    ...["1", "1_000", "0640", "0o640", "0x1F", "22:00", "1e3", ".5", ".inf", "2026-01-31", "<<", "="],
    ...["- a", "? a", "# a", "a: b", "a #b", " a", "a ", "%a", "@a", "*a", "!a", "{a", "[a"],
  ])("%j", (text) => {
    expect(print([text])).toBe(`${header}- "${text}"\n`);
  });
});

describe("what cannot be seen, or is lost in a block, is escaped", () => {
  test.each([
    ["a byte order mark", "\ufeffa", String.raw`"\ufeffa"`],
    ["a line separator", "a\u2028b", String.raw`"a\u2028b"`],
    ["a next-line control", "a\u0085b", String.raw`"a\u0085b"`],
    ["a tab", "a\tb", String.raw`"a\tb"`],
    ["a carriage return", "a\r\nb", String.raw`"a\r\nb"`],
    ["space at the end of a block's line", "a \nb", String.raw`"a \nb"`],
    ["two final line breaks", "a\n\n", String.raw`"a\n\n"`],
    ["line breaks only", "\n", String.raw`"\n"`],
  ])("%s", (_what, text, yaml) => {
    expect(print([text])).toBe(`${header}- ${yaml}\n`);
  });

  test("a key of two lines stays on one", () => {
    expect(print({ "a\nb": 1 })).toBe(`${header}"a\\nb": 1\n`);
  });
});
