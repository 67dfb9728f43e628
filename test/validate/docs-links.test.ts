import { describe, expect, test } from "vitest";
import { anchors, relativeLinks } from "../../generators/targets/docs/validation/markdown-links.ts";
import { docsLinks } from "../../generators/targets/docs/validators/docs-links.ts";
import { placeOf, problemsOfShop, replace, shopModel, shopSubject, type Changes } from "./shop-subject.ts";
import { resultOf } from "./result-of.ts";

const problemsOf = problemsOfShop();

const page = "docs/alerts/ShopDown.md";
const index = "docs/alerts/README.md";
const alert = placeOf("rules.ts", "export const ShopDown");
const runbookPage = "docs/runbooks/shop/down-for-some.md";
const runbook = placeOf("runbooks.ts", "const DownForSome");

describe("links of the guides: what is refused, and where", () => {
  test.each<[string, Changes, ...string[]]>([
    [
      "a page that is not there, from the page of an alert",
      { [page]: () => "[all](<Alerts.md>)\n" },
      `${alert}: out/${page}:1: the link to Alerts.md is broken: out/docs/alerts/Alerts.md does not exist (docs-links)
  fix: correct this definition, or the generator of out/${page}`,
    ],
    [
      "a page that is not there, from a list",
      { [index]: replace("(<ShopDown.md>)", "(ShopDawn.md)") },
      `out/${index}:11: the link to ShopDawn.md is broken: out/docs/alerts/ShopDawn.md does not exist (docs-links)
  fix: correct the definition in test/validate/shop/rules.ts, or the generator of this file`,
    ],
    [
      "a heading that is not there",
      { [page]: () => "# Shop down\n\n[up](#shop-down) [all](README.md#nothing)\n" },
      `${alert}: out/${page}:3: the link to README.md#nothing is broken: out/${index} has no such heading (docs-links)
  fix: correct this definition, or the generator of out/${page}`,
    ],
    [
      "a page that is not there, from the page of a runbook",
      { [runbookPage]: replace("(<../../alerts/ShopSlow.md>)", "(<../../alerts/ShopSlaw.md>)") },
      `${runbook}: out/${runbookPage}:30: the link to ../../alerts/ShopSlaw.md is broken: out/docs/alerts/ShopSlaw.md does not exist (docs-links)
  fix: correct this definition, or the generator of out/${runbookPage}`,
    ],
    [
      "a picture that is not there",
      {
        [page]: replace('src="pictures/ShopDown-light.svg"', 'src="pictures/ShopDown.svg"'),
        [index]: () => "## The shop\n<source srcset='a.svg'>\n<a href=\"b.md\">b</a>\n",
      },
      `out/${index}:3: the link to b.md is broken: out/docs/alerts/b.md does not exist (docs-links)
  fix: correct its definition, or the generator of this file`,
      `${alert}: out/${page}:29: the link to pictures/ShopDown.svg is broken: out/docs/alerts/pictures/ShopDown.svg does not exist (docs-links)
  fix: correct this definition, or the generator of out/${page}`,
    ],
    [
      "folders, files outside of docs/ and whole addresses",
      {
        [page]: () =>
          "[a](../alerts/) [b](../../prometheus/alerts.yml) [c](https://example.com/x) [d](mailto:a@b)\n",
      },
    ],
  ])("%s", async (_what, changes, ...expected) => {
    expect(await problemsOf(docsLinks, changes)).toEqual(expected);
  });

  test("an alert whose runbook is not there", async () => {
    const subject = shopSubject();
    const { [page]: _gone, ...files } = subject.files;
    const { problems } = await resultOf(docsLinks, { ...subject, files, model: shopModel });
    const messages = problems.map(({ message }) => message);
    // The pages that link to it are reported too.
    expect(messages.filter((message) => !message.includes(" is broken: "))).toEqual([
      `out/prometheus/alerts.yml: the runbook of alert "ShopDown" does not exist: out/${page}`,
    ]);
    expect(messages).toContain(`the link to ShopDown.md is broken: out/${page} does not exist`);
  });
});

test("links in code are none", () => {
  const markdown =
    '```md\n[a](a.md)\n```\n`[b](b.md)` [c](<c d.md>) ![e](e.png)\n\n~~~~\n[f](f.md)\n~~~\n[g](g.md)\n~~~~\n[h](h.md "H")';
  expect(relativeLinks(markdown)).toEqual([
    { line: 4, target: "c d.md" },
    { line: 4, target: "e.png" },
    { line: 11, target: "h.md" },
  ]);
});

test("links that are escaped are none, but what ends with a backslash is one", () => {
  expect(relativeLinks("\\[a\\](b) [c:\\\\](d)")).toEqual([{ line: 1, target: "d" }]);
});

test("what tags lead to is a link, and what they say is none", () => {
  const markdown = `<picture>
  <source media="(a)" srcset="dark.svg">
  <img src="light.svg" alt="src=&quot;no.svg&quot;"> <a href="https://example.com">b</a>
</picture>`;
  expect(relativeLinks(markdown)).toEqual([
    { line: 2, target: "dark.svg" },
    { line: 3, target: "light.svg" },
  ]);
});

test("anchors are made as code hosts make them", () => {
  expect(anchors("# Back up, and restore\n\n## It's 2 AM\n\n```sh\n# no heading\n```\n")).toEqual([
    "back-up-and-restore",
    "its-2-am",
  ]);
  expect(anchors("# The `up` of \\`a_b\\`\n")).toEqual(["the-up-of-a_b"]);
  expect(anchors("# Up\n\n## Up\n\n## Up-1\n\n## UP\n")).toEqual(["up", "up-1", "up-1-1", "up-2"]);
});
