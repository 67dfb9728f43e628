import { headingAnchors } from "../../generators/text/markdown.ts";
import { outline, type Page } from "./outline.ts";
import { wordsOf } from "./plain-type.ts";
import type { Language, Method, Methods, Word } from "./read-language.ts";
import type { OptionGroup } from "./read-options.ts";

/** Part of a page under a heading of its own. */
export type Entry =
  | { readonly kind: "word"; readonly heading: string; readonly word: Word }
  | { readonly kind: "methods"; readonly heading: string; readonly of: readonly Methods[] }
  | { readonly kind: "method"; readonly heading: string; readonly method: Method }
  | { readonly kind: "options"; readonly heading: string; readonly group: OptionGroup };

export interface PageOfEntries {
  readonly page: Page;
  readonly entries: readonly Entry[];
}

/** What stands on each page. Options inside of options stand below the first word that takes them. */
export function entriesOf(language: Language): readonly PageOfEntries[] {
  const placed = new Set<string>();
  const pages = outline.map((page) => ({
    page,
    entries: page.sections.flatMap((section): Entry[] => {
      if ("words" in section) return section.words.flatMap((name) => wordEntries(language, name, placed));
      if ("methodsOf" in section) {
        const of = section.methodsOf.map((name) => named(language.methods, name, ({ of }) => of));
        const methods = of.flatMap((kind) => kind.methods);
        return [
          { kind: "methods", heading: section.title, of },
          ...methods.map((method): Entry => {
            const heading = section.called?.[method.name] ?? method.name;
            return { kind: "method", heading, method };
          }),
        ];
      }
      const group = named(language.groups, section.optionsOf, ({ name }) => name);
      placed.add(group.name);
      return [{ kind: "options", heading: section.title, group }];
    }),
  }));
  for (const { page, entries } of pages) refuseTwice(page, entries);
  return pages;
}

function named<T>(all: readonly T[], name: string, nameOf: (one: T) => string): T {
  const found = all.find((one) => nameOf(one) === name);
  if (found === undefined) throw new Error(`the outline names ${name}, which the language does not have`);
  return found;
}

function wordEntries(language: Language, name: string, placed: Set<string>): Entry[] {
  const word = named(language.words, name, (one) => one.name);
  const groups = word.parameters
    .flatMap(({ takes }) => takes.inside)
    .filter((group) => !placed.has(group.name) && placed.add(group.name));
  return [
    { kind: "word", heading: name, word },
    ...groups.map((group): Entry => ({ kind: "options", heading: headingOf(group.name), group })),
  ];
}

function headingOf(name: string): string {
  const words = wordsOf(name);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** A second heading of one name would change its link when one is added before it. */
function refuseTwice(page: Page, entries: readonly Entry[]): void {
  const anchors = headingAnchors(entries.map(({ heading }) => heading));
  const again = entries.find(({ heading }, index) => headingAnchors([heading])[0] !== anchors[index]);
  if (again) throw new Error(`${page.file} has two headings '${again.heading}': name one in 'called'`);
}

/** The address of an entry, from any page of the reference. */
export function addressOf(page: Page, { heading }: Entry): string {
  return `${page.file}#${headingAnchors([heading])[0] ?? ""}`;
}

/** Replaces `word:alert` and `type:Scenario` by addresses; those of the same page lose its name. */
export function withAddresses(text: string, page: Page, pages: readonly PageOfEntries[]): string {
  return text.replaceAll(/\]\(<?(?:(word|type):(\w+)|([\w-]+\.md#[\w-]+))>?\)/g, (_, kind, name, address) => {
    const found = address ?? addressNamed(kind, name, pages);
    return `](${found.startsWith(`${page.file}#`) ? found.slice(page.file.length) : found})`;
  });
}

function addressNamed(kind: string, name: string, pages: readonly PageOfEntries[]): string {
  for (const { page, entries } of pages) {
    const entry = entries.find((one) =>
      kind === "word"
        ? one.kind === "word" && one.word.name === name
        : one.kind === "options" && one.group.name === name,
    );
    if (entry) return addressOf(page, entry);
  }
  throw new Error(`no page has the ${kind} ${name}`);
}
