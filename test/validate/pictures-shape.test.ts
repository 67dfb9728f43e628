import { describe, expect, test } from "vitest";
import { picturesShape } from "../../generators/targets/docs/validators/pictures-shape.ts";
import { readXml } from "../../generators/targets/docs/validation/read-xml.ts";
import { resultOf } from "./result-of.ts";
import { problemsOfShop, replace, shopFiles, shopSubject, type Changes } from "./shop-subject.ts";

const problemsOf = problemsOfShop();

const light = "docs/alerts/pictures/ShopDown-light.svg";
const dark = "docs/alerts/pictures/ShopDown-dark.svg";

/** The same change to both themes. */
function both(change: (text: string) => string): Changes {
  return { [light]: change, [dark]: change };
}

test("every picture is checked", async () => {
  const { checked, problems } = await resultOf(picturesShape, shopSubject());
  expect(problems).toEqual([]);
  expect(checked).toBe(`${Object.keys(shopFiles).filter((path) => path.endsWith(".svg")).length} pictures`);
});

describe("what is refused", () => {
  test.each<[string, (text: string) => string, string]>([
    ["an element that has no end", replace("</svg>", ""), "<svg> is not closed"],
    [
      "a script",
      replace("</svg>", "<script>alert(1)</script></svg>"),
      "<script> is not allowed in a picture",
    ],
    [
      "HTML within",
      replace("</svg>", "<foreignObject/></svg>"),
      "<foreignObject> is not allowed in a picture",
    ],
    [
      "an image from elsewhere",
      replace("</svg>", '<image href="https://a"/></svg>'),
      "<image> is not allowed in a picture",
    ],
    [
      "a handler",
      replace('role="img"', 'role="img" onload="a()"'),
      "the attribute onload is not allowed in a picture",
    ],
    ["a link", replace("<g>", '<g href="#a">'), "the attribute href is not allowed in a picture"],
    [
      "a style of its own",
      replace("<g>", '<g style="fill:red">'),
      "the attribute style is not allowed in a picture",
    ],
    [
      "a font from elsewhere",
      replace("<style>", "<style>@import 'a';"),
      "its style has @; only colours and lines are allowed",
    ],
    [
      "a fill from elsewhere",
      replace('fill="url(#pending)"', 'fill="url(https://a#b)"'),
      'fill="url(https://a#b)" is not a pattern of this picture',
    ],
    [
      "a pattern that is not there",
      replace('id="pending"', 'id="waiting"'),
      'fill="url(#pending)" is not a pattern of this picture',
    ],
    [
      "no number",
      replace('<rect class="background" width="720"', '<rect class="background" width="NaN"'),
      'width="NaN" is not a number',
    ],
    [
      "no view box",
      replace(/viewBox="[^"]*"/.exec(shopFiles[light] ?? "")?.[0] ?? "", ""),
      "its viewBox does not match its width and height",
    ],
    ["no role", replace('role="img"', ""), 'it has no role="img"'],
    [
      "no title",
      replace(/<title[^]*?<\/title>/.exec(shopFiles[light] ?? "")?.[0] ?? "", ""),
      "it has no title or no description",
    ],
    [
      "a label that is not there",
      replace('id="description"', ""),
      "aria-labelledby names an id that does not exist",
    ],
    ["an id twice", replace("<g>", '<g id="title">'), "two elements have the id title"],
    [
      "a curve",
      replace('d="M0 0L8 8M0 8L8 0"', 'd="M0 0C1 1 2 2 3 3"'),
      'd="M0 0C1 1 2 2 3 3" is not a line through points',
    ],
    ["text beside shapes", replace("<g>", "<g>hello"), "<g> has text in it: hello"],
  ])("%s", async (_, change, message) => {
    const problems = await problemsOf(picturesShape, both(change));
    expect(problems.length).toBeGreaterThanOrEqual(2);
    for (const path of [light, dark]) {
      expect(problems).toContainEqual(expect.stringMatching(new RegExp(`^out/${path}:\\d+: `)));
    }
    expect(problems.every((text) => text.includes("(pictures-shape)"))).toBe(true);
    expect(problems.join("\n")).toContain(message);
  });

  test("what the themes draw differently, reported once", async () => {
    expect(await problemsOf(picturesShape, { [light]: replace('x="6"', 'x="7"') })).toEqual([
      `out/${dark}:1: it does not draw the same as out/${light} (pictures-shape)
  fix: correct the definition in test/validate/shop/rules.ts, or the generator of this file`,
    ]);
  });

  test("one theme without the other, and a picture without a theme", async () => {
    const { [dark]: picture = "", ...files } = shopFiles;
    const problems = await resultOf(picturesShape, {
      ...shopSubject(),
      files: { ...files, "docs/a.svg": picture },
    });
    expect(problems.problems.map(({ place, message }) => `${place.file}: ${message}`)).toEqual([
      `out/docs/a.svg: its name says neither light nor dark`,
      `out/${light}: out/${dark} does not exist`,
    ]);
  });
});

describe("well-formed", () => {
  test("elements, attributes, text, comments and references", () => {
    expect(
      readXml("<!-- a > b -->\n<a x='1' y=\"&lt;2&#x41;&#66;\">t&amp;<b/>\n<c></c ></a>\n"),
    ).toMatchObject({
      root: {
        name: "a",
        line: 2,
        text: "t&\n",
        children: [
          { name: "b", line: 2 },
          { name: "c", line: 3 },
        ],
      },
    });
    const read = readXml('<a y="&lt;2&#x41;&#66;"/>');
    expect("root" in read && [...read.root.attributes]).toEqual([["y", "<2AB"]]);
  });

  test.each<[string, number, string]>([
    ["", 1, "it has no element"],
    ["<a>\n<b>\n</a>", 3, "</a> does not close <b>"],
    ["</a>", 1, "</a> does not close anything"],
    ["<a/>\n<b/>", 2, "<b> is outside of the root element"],
    ["<a/>\ntext", 1, "text outside of the root element"],
    ["<a x=1/>", 1, "<a> has something that is not an attribute: x=1"],
    ["<a x/>", 1, "<a> has something that is not an attribute: x"],
    ['<a x="1" x="2"/>', 1, "<a> has x twice"],
    ['<a x="1"y="2"/>', 1, '<a> has something that is not an attribute: y="2"'],
    ["<a>&nbsp;</a>", 1, "&nbsp; is not a valid reference"],
    ["<a>a & b</a>", 1, "& is not a valid reference"],
    ["<a>&#0;</a>", 1, "&#0; is not a valid reference"],
    ["<a>]]></a>", 1, "]]> is not allowed within text"],
    ["<!-- a -- b --><a/>", 1, "-- is not allowed within a comment"],
    ["<!DOCTYPE a><a/>", 1, "this is neither an element, nor text, nor a comment"],
    ["<?php a ?><a/>", 1, "this is neither an element, nor text, nor a comment"],
    ["<a><![CDATA[b]]></a>", 1, "this is neither an element, nor text, nor a comment"],
    ["<1/>", 1, "<1> is not a valid name"],
    ["<a>\u0001</a>", 1, "it has a character that XML does not allow"],
  ])("%j is refused", (text, line, message) => {
    expect(readXml(text)).toEqual({ mistake: { line, message } });
  });
});
