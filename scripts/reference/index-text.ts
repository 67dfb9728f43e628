import { bulletList, heading } from "../../generators/text/markdown.ts";
import { firstSentence } from "../explain/check-pages.ts";
import { addressOf, type Entry, type PageOfEntries } from "./addresses.ts";
import type { Docstring } from "./docstring.ts";
import type { Language } from "./read-language.ts";

/** The index: every word and method by purpose and by letter, and the types that authors can name. */
export function indexBlocks({ types }: Language, pages: readonly PageOfEntries[]): string[] {
  return [
    heading(1, "The language"),
    'Definitions are written in these words: `import { alert, percent } from "signalbox"`. The editor shows the same texts beside each name. The PromQL, units, labels and messages on these pages are computed from the examples, which are [parts of a small shop](examples.md).',
    heading(2, "By purpose"),
    ...pages.flatMap(({ page, entries }) => [
      `### [${page.title}](${page.file})`,
      bulletList(
        entries.flatMap((entry) => {
          const docstring = docstringOf(entry);
          return docstring ? [`${linkTo(page, entry)}: ${sentenceOf(docstring)}`] : [];
        }),
      ),
    ]),
    heading(2, "By letter"),
    ...byLetter(pages),
    heading(2, "Types"),
    "For definitions that are made by functions of your own:",
    bulletList(types.map(({ name, text }) => `\`${name}\`: ${sentence(text)}`)),
  ];
}

function docstringOf(entry: Entry): Docstring | undefined {
  if (entry.kind === "word") return entry.word.docstring;
  return entry.kind === "method" ? entry.method.docstring : undefined;
}

function linkTo(page: PageOfEntries["page"], entry: Entry): string {
  return `[${entry.heading}](${addressOf(page, entry)})`;
}

function sentenceOf({ text }: Docstring): string {
  return sentence(text);
}

function sentence(text: string): string {
  return firstSentence((text.split("\n\n")[0] ?? "").replaceAll("\n", " "));
}

/** A line for each letter. */
function byLetter(pages: readonly PageOfEntries[]): string[] {
  const named = pages.flatMap(({ page, entries }) =>
    entries.flatMap((entry) => {
      if (!docstringOf(entry)) return [];
      const name = entry.kind === "method" ? entry.method.name : entry.heading;
      return [{ name: name.toLowerCase(), link: linkTo(page, entry) }];
    }),
  );
  const letters = [...new Set(named.map(({ name }) => name.charAt(0)))].sort();
  const lines = letters.map((letter) => {
    const links = named
      .filter(({ name }) => name.startsWith(letter))
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    return `**${letter.toUpperCase()}** ${links.map(({ link }) => link).join(", ")}`;
  });
  return [bulletList(lines)];
}
