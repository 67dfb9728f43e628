import type { CodeBlock } from "../../scripts/docs/markdown.ts";
import { readPages, type Page } from "../../scripts/docs/pages.ts";

/** What a block of code on a page promises. */
export type Promised =
  /** It stands in a file of the repository, or in one that is generated: `<!-- path -->`. */
  | { readonly kind: "excerpt"; readonly path: string }
  /** It is part of the page's own example, which is built: TypeScript without a comment. */
  | { readonly kind: "example" }
  /** It is built as this file of the project, or as definitions that it gets: `<!-- definitions/… -->`. */
  | { readonly kind: "file"; readonly path: string }
  /** It is a file of a project that the reader makes from nothing: it begins with `// definitions/…`. */
  | { readonly kind: "whole file"; readonly path: string }
  /** In place of the example, or of what is defined in a file, it is refused: `<!-- wrong -->`, `<!-- wrong definitions/… -->`. */
  | { readonly kind: "wrong"; readonly path: string | undefined }
  /** What is said when one text is replaced in a file: `<!-- in definitions/…: from → to -->`. */
  | { readonly kind: "replaced"; readonly path: string; readonly from: string; readonly to: string }
  /** What "signalbox mutate" finds then: `<!-- mutate Alert in definitions/…: from → to -->`. */
  | {
      readonly kind: "survivor";
      readonly rule: string;
      readonly path: string;
      readonly from: string;
      readonly to: string;
    }
  /** What "signalbox diff" says then of the ticket shop: `<!-- diff in definitions/…: from → to -->`. */
  | { readonly kind: "review"; readonly path: string; readonly from: string; readonly to: string }
  /** What is said of the wrong block before it. */
  | { readonly kind: "problems"; readonly of: CodeBlock }
  /** It stands in what is built of all pages. */
  | { readonly kind: "result" }
  /** What the last command of the block before it prints. */
  | { readonly kind: "output"; readonly of: CodeBlock }
  /** It is typed into a shell. */
  | { readonly kind: "commands" }
  /** A package.json or a tsconfig.json of the reader's. */
  | { readonly kind: "settings" }
  /** The folders of the repository, and what is in them: `<!-- folders -->`. */
  | { readonly kind: "folders" }
  /** Lines and boxes: `<!-- drawing -->`. */
  | { readonly kind: "drawing" };

export interface PromisedBlock {
  readonly page: Page;
  readonly block: CodeBlock;
  /** Undefined where nobody could say what it promises. */
  readonly promised: Promised | undefined;
}

/** Its blocks are done one after the other, in a project of its own: test/package/pages.live.test.ts. */
const walked = "docs/tutorial.md";

/** The blocks of the pages that people write, in their order. */
export function promisedBlocks(pages: readonly Page[] = readPages()): PromisedBlock[] {
  return pages
    .filter(({ generated, path }) => !generated && path !== walked)
    .flatMap((page) =>
      page.blocks.map((block, index) => ({
        page,
        block,
        promised: promisedBy(block, page.blocks[index - 1]),
      })),
    );
}

export function promisedBy(block: CodeBlock, before: CodeBlock | undefined): Promised | undefined {
  const { note, language } = block;
  if (note !== undefined) return byNote(note, language);
  switch (language) {
    case "ts":
      return byFirstLine(block.text);
    case "sh":
      return { kind: "commands" };
    case "yaml":
    case "promql":
      return { kind: "result" };
    case "json":
      return { kind: "settings" };
    case "text":
      return before && saidAfter(before);
    default:
      return undefined;
  }
}

function byNote(note: string, language: string): Promised | undefined {
  if (note === "folders" || note === "drawing") return { kind: note };
  const [, what, file, from, to] = /^(?:(diff|mutate \S+) )?in (\S+): (.+) → (.+)$/.exec(note) ?? [];
  if (file !== undefined && from !== undefined && to !== undefined) {
    const edit = { path: file, from, to };
    if (what === "diff") return { kind: "review", ...edit };
    const rule = what?.replace(/^mutate /, "");
    return rule === undefined ? { kind: "replaced", ...edit } : { kind: "survivor", rule, ...edit };
  }
  const [, wrong, path] = /^(wrong)?(?:^| |$)(\S+)?$/.exec(note) ?? [];
  if (wrong !== undefined) return language === "ts" ? { kind: "wrong", path } : undefined;
  if (path === undefined) return undefined;
  return { kind: language === "ts" && path.startsWith("definitions/") ? "file" : "excerpt", path };
}

function byFirstLine(text: string): Promised {
  const path = /^\/\/ (definitions\/\S+)\n/.exec(text)?.[1];
  return path === undefined ? { kind: "example" } : { kind: "whole file", path };
}

function saidAfter(before: CodeBlock): Promised | undefined {
  if (before.language === "sh") return { kind: "output", of: before };
  return before.note?.startsWith("wrong") === true ? { kind: "problems", of: before } : undefined;
}
