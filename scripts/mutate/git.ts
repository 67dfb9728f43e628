import { runTool } from "../tools/run-tool.ts";

/** Asks git about a repository; undefined where git says no, as of a name that it does not know. */
export async function askGit(folder: string, ...args: readonly string[]): Promise<string | undefined> {
  const { code, stdout } = await runTool({ path: "git" }, args, { cwd: folder });
  return code === 0 ? stdout : undefined;
}
