/** The comment syntaxes of the generated files; JSON has none, so a JSON file carries no header. */
export type CommentSyntax = "yaml" | "template" | "markdown" | "svg";

const comments: Readonly<Record<CommentSyntax, { readonly open: string; readonly close: string }>> = {
  // Also plain text files whose reader skips lines that start with #.
  yaml: { open: "# ", close: "" },
  // The dashes make a Go template drop the line break after the comment.
  template: { open: "{{- /* ", close: " */ -}}" },
  markdown: { open: "<!-- ", close: " -->" },
  svg: { open: "<!-- ", close: " -->" },
};

/** The words that would end a comment early, or that HTML forbids inside one. */
const unsafe = /\*\/|--|[\r\n]/;

/**
 * The first line of a generated file, without a line break: that it is generated, from what, by which command.
 *
 * It names no version, date or machine, so that a build changes nothing by itself.
 * @param source where a reader makes the change, from the root of the repository: `definitions/services/x/alerts.ts`
 * @throws RangeError when the source would end the comment
 */
export function headerLine(syntax: CommentSyntax, source: string): string {
  if (unsafe.test(source)) throw new RangeError(`"${source}" cannot be in the header of a generated file`);
  const { open, close } = comments[syntax];
  return `${open}Generated from ${source} by "signalbox build": edit there, not here.${close}`;
}
