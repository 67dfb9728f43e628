import { extname } from "node:path";
import { engine } from "../../engine.ts";
import { disbelieved, type Disbelief } from "./refuses-wrong-files.ts";

/** Something like a secret, where it stands in its text. */
export interface Suspect {
  readonly what: string;
  readonly start: number;
  readonly end: number;
}

/** What secretlint's rules find in a text. */
export type Secretlint = (path: string, text: string) => Promise<Suspect[]>;

/** The package whose version says which rules there are. */
export const secretlintCore = "@secretlint/core";

/** Keys of two providers that nobody has, in pieces, so that no scanner takes them for real ones. */
const mustFind = [
  ["xo", "xb-", "123456789012-123456789012-", "abcdefghijABCDEFGHIJ0123"],
  ["lin", "_api_", "abcdefghij0123456789abcdefghij0123456789"],
].map((pieces) => pieces.join(""));

/** secretlint with its own rules, which know the keys of many providers; or why it is not believed. */
export async function openSecretlint(): Promise<Secretlint | Disbelief> {
  // Loaded only where there is something to look at.
  const [{ lintSource }, { creator }, { secretLintProfiler }] = await Promise.all([
    import("@secretlint/core"),
    import("@secretlint/secretlint-rule-preset-recommend"),
    import("@secretlint/profiler"),
  ]);
  // It keeps every step that it took with any file, and looks through all of them at each step: with a thousand files for minutes.
  secretLintProfiler.mark = () => {};
  const config = { rules: [{ id: "@secretlint/secretlint-rule-preset-recommend", rule: creator }] };
  const secretlint: Secretlint = async (path, content) => {
    const { messages } = await lintSource({
      source: { content, filePath: path, ext: extname(path), contentType: "text" },
      options: { noPhysicFilePath: true, maskSecrets: true, config },
    });
    return messages.map(({ ruleId, range: [start, end] }) => ({ what: nameOf(ruleId), start, end }));
  };
  for (const text of mustFind) {
    if ((await secretlint("wrong.yml", text)).length === 0)
      return disbelieved("secretlint", engine.versionOf(secretlintCore));
  }
  return secretlint;
}

/** `@secretlint/secretlint-rule-basicauth` */
function nameOf(ruleId: string): string {
  return `what secretlint's rule "${ruleId.replace(/^.*secretlint-rule-/, "")}" takes for a secret`;
}
