import GithubSlugger from "github-slugger";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { toString } from "mdast-util-to-string";
import { gfm } from "micromark-extension-gfm";
import { visit } from "unist-util-visit";

/** What a page of Markdown holds that can be true or false. */
export interface Markdown {
  readonly links: readonly Link[];
  /** The anchors of its headings, by GitHub's rules. */
  readonly anchors: ReadonlySet<string>;
  readonly blocks: readonly CodeBlock[];
  /** Code within a sentence. */
  readonly words: readonly CodeWord[];
}

export interface Link {
  readonly url: string;
  readonly line: number;
}

export interface CodeWord {
  readonly text: string;
  readonly line: number;
}

/** A fenced block, as it stands on its page. */
export interface CodeBlock {
  readonly language: string;
  readonly text: string;
  readonly line: number;
  /** What the comment right above it says, which no reader sees: `<!-- note -->`. */
  readonly note: string | undefined;
}

export function readMarkdown(text: string): Markdown {
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const slugger = new GithubSlugger();
  const links: Link[] = [];
  const anchors = new Set<string>();
  const blocks: CodeBlock[] = [];
  const words: CodeWord[] = [];
  visit(tree, (node, index, parent) => {
    const line = node.position?.start.line ?? 1;
    if (node.type === "heading") anchors.add(slugger.slug(toString(node)));
    if (node.type === "link" || node.type === "image" || node.type === "definition")
      links.push({ url: node.url, line });
    if (node.type === "inlineCode") words.push({ text: node.value, line });
    if (node.type === "code") {
      const note = noteIn(parent?.children[(index ?? 0) - 1]);
      blocks.push({ language: node.lang ?? "", text: `${node.value}\n`, line, note });
    }
  });
  return { links, anchors, blocks, words };
}

function noteIn(node: Nodes | undefined): string | undefined {
  if (node?.type !== "html") return undefined;
  return /^<!-- (.*) -->$/s.exec(node.value)?.[1];
}
