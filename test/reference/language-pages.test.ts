// The reference of the language: fresh, whole, and true.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { explained } from "../../generators/checks/index.ts";
import { anchors } from "../../generators/targets/docs/validation/markdown-links.ts";
import { entriesOf } from "../../scripts/reference/addresses.ts";
import { languagePages } from "../../scripts/reference/language-pages.ts";
import { methodParameters } from "../../scripts/reference/method-parameters.ts";
import { outline } from "../../scripts/reference/outline.ts";
import { docstringsOf, readReference, type Reference } from "../../scripts/reference/reference.ts";
import { root } from "../layout/source-files.ts";

const folder = join(root, "docs/language");

let reference: Reference;
let pages: Readonly<Record<string, string>>;
beforeAll(async () => {
  reference = readReference();
  pages = await languagePages(reference);
}, 300_000);

test('docs/language/ is fresh; "npm run docs:language" makes it so', () => {
  expect(readdirSync(folder).sort()).toEqual(Object.keys(pages).sort());
  const stale = Object.entries(pages).filter(
    ([name, text]) => readFileSync(join(folder, name), "utf8") !== text,
  );
  expect(stale.map(([name]) => name)).toEqual([]);
});

describe("it is whole", () => {
  test("every word stands on one page", () => {
    const listed = outline.flatMap(({ sections }) =>
      sections.flatMap((one) => ("words" in one ? one.words : [])),
    );
    expect([...listed].sort()).toEqual(reference.language.words.map(({ name }) => name).sort());
    expect(listed.length).toBeGreaterThan(80);
  });
  test("so does every kind of value that has methods", () => {
    const listed = outline.flatMap(({ sections }) =>
      sections.flatMap((one) => ("methodsOf" in one ? one.methodsOf : [])),
    );
    expect([...listed].sort()).toEqual(reference.language.methods.map(({ of }) => of).sort());
    expect(reference.language.methods.flatMap(({ methods }) => methods).length).toBeGreaterThan(110);
  });
  test("every word and method has an example", () => {
    const { words, methods } = reference.language;
    const all = [...words, ...methods.flatMap((kind) => kind.methods)];
    expect(all.filter(({ docstring }) => docstring.examples.length === 0)).toEqual([]);
  });
  test("the example of a method calls it", () => {
    const methods = reference.language.methods.flatMap((kind) => kind.methods);
    const others = methods.filter(({ name, docstring }) =>
      docstring.examples.some((code) => !new RegExp(`\\.${name}\\b`).test(code)),
    );
    expect(others.map(({ name }) => name)).toEqual([]);
  });
  test("every kind of value, and every word with options, says what is refused", () => {
    const { words } = reference.language;
    const takingOptions = words.filter(({ parameters }) =>
      parameters.some(({ takes }) => takes.options.some(({ optional }) => !optional)),
    );
    expect(takingOptions.filter(({ docstring }) => docstring.refuses.length === 0)).toEqual([]);
  });
  test("every check is named by a word or a method", () => {
    const named = new Set(docstringsOf(reference.language).flatMap(({ checks }) => checks));
    const missing = explained.map(({ id }) => id).filter((id) => !named.has(id));
    expect(missing).toEqual([]);
  });
  test("what a parameter takes is said of all, and of no others", () => {
    const there = reference.language.methods.flatMap((kind) =>
      kind.methods.flatMap(({ name, parameters = [] }) =>
        parameters.flatMap((one) => [one.name, `${name}.${one.name}`]),
      ),
    );
    expect(Object.keys(methodParameters).filter((name) => !there.includes(name))).toEqual([]);
  });
});

describe("it is true", () => {
  test("the compiler takes every example", () => {
    expect(reference.mistakes).toEqual([]);
  });
  test("every example of a method becomes PromQL, or is a text", () => {
    const methods = reference.language.methods.flatMap((kind) => kind.methods);
    const without = methods.filter(({ docstring }) =>
      docstring.examples.some((code) => reference.results.get(code) === undefined),
    );
    expect(without.map(({ name }) => name)).toEqual(["toString"]);
  });
  test("what it says is refused is refused", () => {
    const taken = [...reference.refusals].filter(([, refusal]) => refusal === undefined);
    expect(taken.map(([code]) => code)).toEqual([]);
    expect(reference.refusals.size).toBeGreaterThan(100);
  });
  test("what the build says of it is no message of the compiler", () => {
    const raw = [...reference.refusals].filter(([, refusal]) =>
      /^(?:Type|Argument of type|Property|Expected|The 'this' context) /.test(refusal?.message ?? ""),
    );
    expect(raw.map(([code, refusal]) => `${code}: ${refusal?.message}`)).toEqual([]);
  });
});

describe("it can be read", () => {
  test("what the editor shows beside a name fits: a few sentences, and few refusals", () => {
    const long = docstringsOf(reference.language).filter(
      ({ text, refuses }) => text.length > 560 || refuses.length > 4,
    );
    expect(long.map(({ text }) => text)).toEqual([]);
  });
  test("every link leads somewhere", () => {
    const links = Object.entries(pages).flatMap(([page, text]) =>
      [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, target = ""]) => ({ page, target })),
    );
    const dead = links.filter(({ page, target }) => {
      const [file = "", anchor] = target.split("#");
      const text = pages[file === "" ? page : file];
      if (text === undefined) return !existsSync(join(folder, file));
      return anchor !== undefined && !anchors(text).includes(anchor);
    });
    expect(links.length).toBeGreaterThan(500);
    expect(dead).toEqual([]);
  });
  test("headings are never alike, so that links to them stay", () => {
    const all = entriesOf(reference.language).flatMap(({ page, entries }) =>
      entries.map(({ heading }) => `${page.file}#${heading.toLowerCase()}`),
    );
    expect(new Set(all).size).toBe(all.length);
  });
});
