import { spawn } from "node:child_process";
import { join } from "node:path";
import { engine } from "../../engine.ts";

/**
 * Builds once in a process of its own, where every module is loaded afresh.
 *
 * It starts the way this process was started: the same program, with the same loader for TypeScript.
 *
 * @param isPlain whether the definitions are loaded by tsx, as they are in this process
 */
export function buildInNewProcess(folder: string, isPlain: boolean): Promise<void> {
  const { program, packageFolder } = engine;
  const started =
    program === undefined
      ? [...process.execArgv, process.argv[1] ?? ""]
      : ["scripts/run.cjs", program].map((path) => join(packageFolder, path));
  return new Promise((resolve, reject) => {
    const args = [...started, "build", ...(isPlain ? ["--plain"] : [])];
    const child = spawn(process.execPath, args, { cwd: folder, stdio: "inherit" });
    child.once("error", reject);
    child.once("exit", (_code, signal) => {
      if (signal) process.stderr.write(`the build was stopped by ${signal}; the next build repairs out/\n`);
      resolve();
    });
  });
}
