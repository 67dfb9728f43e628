import { join } from "node:path";
import { readTree } from "../build/out-fixture.ts";
import { makeProject, runSignalbox, type Ended } from "../project/make-project.ts";
import { promisedBlocks, type Promised, type PromisedBlock } from "./blocks.ts";
import { docsProject, type Part } from "./docs-project.ts";
import { grouped } from "./grouped.ts";
import { merged } from "./merge.ts";

const blocks = promisedBlocks();

type BlockOf<K extends Promised["kind"]> = PromisedBlock & {
  readonly promised: Extract<Promised, { readonly kind: K }>;
};

/** The blocks of the pages that promise something of a kind. */
export function blocksOf<K extends Promised["kind"]>(kind: K): BlockOf<K>[] {
  return blocks.filter((one): one is BlockOf<K> => one.promised?.kind === kind);
}

/** Where a block stands, as people look for it. */
export function placeOf({ page, block }: Pick<PromisedBlock, "page" | "block">): string {
  return `${page.path}:${block.line}`;
}

/** What is right on all pages. */
const parts: readonly Part[] = blocks.flatMap(({ page, block, promised }) => {
  if (promised?.kind === "example") return [{ page: page.path, text: block.text }];
  return promised?.kind === "file" ? [{ page: page.path, path: promised.path, text: block.text }] : [];
});

/** All examples of all pages, as one project. */
export function projectOfPages(): Readonly<Record<string, string>> {
  return docsProject(parts);
}

export interface BuiltDocs extends Ended {
  /** The files of out/. */
  readonly files: Readonly<Record<string, string>>;
}

let built: Promise<BuiltDocs> | undefined;

/** All examples of all pages, built as one project: once in each process of tests. */
export function builtDocs(): Promise<BuiltDocs> {
  return (built ??= build(projectOfPages()));
}

async function build(files: Readonly<Record<string, string>>): Promise<BuiltDocs> {
  const folder = makeProject(files);
  const ended = await runSignalbox(["build"], { folder });
  return { ...ended, files: ended.exitCode === 0 ? readTree(join(folder, "out")) : {} };
}

/** Something that is wrong, and what a page says that the build says of it. */
export interface Mistake {
  readonly page: string;
  readonly place: string;
  readonly says: string;
  /** The project in which it is made. */
  readonly makes: (project: { readonly parts: readonly Part[]; readonly edits: readonly Edit[] }) => {
    readonly parts: readonly Part[];
    readonly edits: readonly Edit[];
  };
}

export interface Edit {
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

export function mistakes(): Mistake[] {
  const problems = blocksOf("problems");
  const written = blocksOf("wrong").map((wrong): Mistake => {
    const says = problems.find(({ promised }) => promised.of === wrong.block)?.block.text ?? "";
    return {
      ...about(wrong, says),
      makes: ({ parts: all, edits }) => ({ parts: withMistake(all, wrong), edits }),
    };
  });
  const replaced = blocksOf("replaced").map((one): Mistake => ({
    ...about(one, one.block.text),
    makes: ({ parts: all, edits }) => ({ parts: all, edits: [...edits, one.promised] }),
  }));
  return [...written, ...replaced];
}

function about(one: PromisedBlock, says: string): Pick<Mistake, "page" | "place" | "says"> {
  return { page: one.page.path, place: placeOf(one), says };
}

/**
 * Mistakes that one build can find: at most one of each page, and not those that the compiler finds together with those of the
 * checks, which it comes before.
 */
export function rounds(): Mistake[][] {
  const kinds = grouped(mistakes(), ({ says }) => /\[TS\d+\]/.test(says));
  return kinds.flatMap(([, ofKind]) => {
    const pages = grouped(ofKind, ({ page }) => page).map(([, ofPage]) => ofPage);
    const count = Math.max(...pages.map((ofPage) => ofPage.length));
    return Array.from({ length: count }, (_, round) => pages.flatMap((ofPage) => ofPage[round] ?? []));
  });
}

/** The project in which these mistakes are made. */
export function withMistakes(made: readonly Mistake[]): Readonly<Record<string, string>> {
  const start: ReturnType<Mistake["makes"]> = { parts, edits: [] };
  const wrong = made.reduce((project, { makes }) => makes(project), start);
  return wrong.edits.reduce(edited, docsProject(wrong.parts));
}

/** The project of all pages after some edits. */
export function projectAfter(edits: readonly Edit[]): Readonly<Record<string, string>> {
  return edits.reduce(edited, projectOfPages());
}

function edited(files: Readonly<Record<string, string>>, { path, from, to }: Edit): Record<string, string> {
  const text = files[path] ?? "";
  if (text.split(from).length !== 2) throw new Error(`${path} must have exactly once: ${from}`);
  return { ...files, [path]: text.replace(from, () => to) };
}

function withMistake(all: readonly Part[], { page, block, promised }: BlockOf<"wrong">): readonly Part[] {
  const own = { page: page.path, text: block.text };
  if (promised.path !== undefined) return [...all, { ...own, path: promised.path }];
  const isOwn = (part: Part) => part.page === page.path && part.path === undefined;
  const right = all.filter(isOwn).map(({ text }) => text);
  return [...all.filter((part) => !isOwn(part)), { ...own, text: merged(right.join("\n"), block.text) }];
}
