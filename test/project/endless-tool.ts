import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findTool } from "../../scripts/tools/find-tool.ts";
import { runTool } from "../../scripts/tools/run-tool.ts";
import { processesWith } from "./nothing-left.ts";

/** A program that says its version, and whatever else it is asked goes on for ever, under a name in the folder. */
export async function endlessTool(name: "promtool" | "alertmanager", folder: string): Promise<string> {
  const tools = join(folder, "tools");
  mkdirSync(tools);
  const sleep = await runTool({ path: "sh" }, ["-c", "command -v sleep"]);
  symlinkSync(sleep.stdout.trim(), join(tools, "sleep"));
  const { version } = await findTool(name);
  const path = join(tools, name);
  const says = `[ "$1" = --version ] && echo "${name}, version ${version} (branch: none)" && exit`;
  writeFileSync(path, `#!/bin/sh\n${says}\nexec "${tools}/sleep" 1000\n`, { mode: 0o755 });
  return path;
}

/** The programs of that folder that go on for ever. */
export function endlessOnes(folder: string): Promise<readonly string[]> {
  return processesWith(`${folder}/tools/sleep`);
}
