import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeXml, printSvg, svgElement, svgNumber } from "../../generators/text/svg.ts";
import { readXml } from "../../generators/targets/docs/validation/read-xml.ts";

const source = "definitions/services/shop/shop.ts";

test("a whole file: the header, then an element a line, text without white space around it", () => {
  const root = svgElement(
    "svg",
    { width: 10, viewBox: "0 0 10 5" },
    svgElement("title", {}, "a < b"),
    svgElement("g", {}, svgElement("line", { x1: 0.04, x2: 1.25 })),
  );
  expect(printSvg(root, { source }))
    .toBe(`<!-- Generated from definitions/services/shop/shop.ts by "signalbox build": edit there, not here. -->
<svg width="10" viewBox="0 0 10 5">
  <title>a &lt; b</title>
  <g>
    <line x1="0" x2="1.3"/>
  </g>
</svg>
`);
});

test.each([
  [0, "0"],
  [-0.04, "0"],
  [1.25, "1.3"],
  [-2.26, "-2.3"],
  [123456.789, "123456.8"],
])("%d is drawn as %s", (value, text) => expect(svgNumber(value)).toBe(text));

test.each([NaN, Infinity, -Infinity])("%d cannot be drawn", (value) => {
  expect(() => svgNumber(value)).toThrow(RangeError);
});

describe("any text stays what it is", () => {
  const anyText = fc.string({ unit: "binary" });
  /** What no XML may hold is shown as unknown. */
  const readable = (text: string) =>
    [...text]
      .map((sign) =>
        /[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.test(sign) ? sign : "\u{fffd}",
      )
      .join("");

  test("in an element and in an attribute, and the file is well-formed", () => {
    fc.assert(
      fc.property(anyText, anyText, (inside, attribute) => {
        const text = printSvg(svgElement("text", { class: attribute }, inside), { source });
        const read = readXml(text);
        if ("mistake" in read) throw new Error(`${read.mistake.message} in ${text}`);
        expect(read.root.text).toBe(readable(inside));
        expect(read.root.attributes.get("class")).toBe(readable(attribute));
      }),
    );
  });

  test("on one line", () => {
    fc.assert(fc.property(anyText, (text) => !/[\n\r\t<>"]/.test(escapeXml(text))));
  });
});
