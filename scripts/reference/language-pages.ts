import { readFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "prettier";
import { codeBlock, heading } from "../../generators/text/markdown.ts";
import { engine } from "../engine.ts";
import { entriesOf, withAddresses, type PageOfEntries } from "./addresses.ts";
import { blocksOf } from "./entry-text.ts";
import { indexBlocks } from "./index-text.ts";
import { ownTables } from "./own-tables.ts";
import { readReference, type Reference } from "./reference.ts";

/** The pages of docs/language/, by the names of their files. */
export async function languagePages(
  reference: Reference = readReference(),
): Promise<Readonly<Record<string, string>>> {
  const [mistake] = reference.mistakes;
  if (mistake !== undefined) throw new Error(`an example does not compile: ${mistake}`);
  const pages = entriesOf(reference.language);
  const texts = [
    ["README.md", indexBlocks(reference.language, pages)] as const,
    ["examples.md", sampleBlocks()] as const,
    ...pages.map((one) => [one.page.file, pageBlocks(one, pages, reference)] as const),
  ];
  const written = texts.map(async ([file, blocks]) => [file, await formatted(blocks)] as const);
  return Object.fromEntries(await Promise.all(written));
}

function pageBlocks(one: PageOfEntries, pages: readonly PageOfEntries[], reference: Reference): string[] {
  const { page, entries } = one;
  const blocks = [
    heading(1, page.title),
    page.intro,
    "What the examples speak of is on [a page of its own](examples.md); all words are in [the index](README.md).",
    ...entries.flatMap((entry) => blocksOf(entry, reference)),
    ...(ownTables[page.file]?.() ?? []),
  ];
  return blocks.map((block) => withAddresses(block, page, pages));
}

function sampleBlocks(): string[] {
  const samples = readFileSync(join(engine.packageFolder, "scripts/reference/samples.ts"), "utf8");
  return [
    heading(1, "The examples"),
    "The examples of the [reference](README.md) are parts of a small shop. This is what they speak of; what begins with `restOf` is the rest of a definition, which does not matter there.",
    codeBlock("ts", samples.slice(samples.indexOf("export const shop")).trimEnd()),
  ];
}

async function formatted(blocks: readonly string[]): Promise<string> {
  return format(blocks.join("\n\n"), { parser: "markdown", printWidth: 110 });
}
