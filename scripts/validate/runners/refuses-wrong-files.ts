import type { ProgramValidator } from "../../../generators/targets/validation/program.ts";
import type { FileFinding } from "../../../generators/targets/validation/finding.ts";
import { contentKey } from "../../kept/content-key.ts";
import { engineIdentity } from "../../kept/engine-identity.ts";
import { knownTools } from "../../tools/known-tools.ts";
import type { Tool } from "../../tools/find-tool.ts";
import type { Known } from "../known.ts";
import { callTogether } from "./call-program.ts";

/** What is wrong with a judge that finds nothing in what is wrong. */
export type Disbelief = Pick<FileFinding, "message" | "fix">;

/** Nothing is believed of a library that finds nothing in what is wrong. */
export function disbelieved(library: string, version: string): Disbelief {
  return {
    message: `${library} ${version} finds nothing in a text that is wrong, so what it says of others means nothing`,
    fix: "install the packages anew, as with: npm ci",
  };
}

/**
 * What is wrong with a program that does not refuse a file which is wrong: nothing that it says of others can be believed. Asked once of
 * each program, by its content.
 */
export async function acceptsWrongFiles(
  { mustRefuse }: Pick<ProgramValidator, "mustRefuse">,
  outFolder: string,
  tool: Tool,
  { answers, digestOf }: Pick<Known, "answers" | "digestOf">,
): Promise<Disbelief | undefined> {
  const digest = await digestOf(tool);
  const key = contentKey("refuses", engineIdentity(), digest, JSON.stringify(mustRefuse));
  if (answers.get(key)) return undefined;
  const said = await callTogether(mustRefuse, outFolder, tool);
  const accepted = mustRefuse.filter((_, index) => said[index]?.code === 0);
  const [wrong] = accepted;
  if (wrong === undefined) {
    answers.put(key, { stdout: "", stderr: "" });
    return undefined;
  }
  const { environmentVariable } = knownTools[tool.name];
  return {
    message: `${tool.path} does not refuse a file that is wrong (${wrong.args.join(" ")}), so what it says of this one means nothing`,
    fix: `put the real ${tool.name} there, or set ${environmentVariable} to its path`,
  };
}
