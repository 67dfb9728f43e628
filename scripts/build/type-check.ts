import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Problem } from "../../generators/problem.ts";
import { mendOfTypeError } from "./mend-of-type-error.ts";

/**
 * What the TypeScript compiler has against the definitions.
 *
 * It is a process of its own, to be started first: it works while the definitions are loaded and compiled.
 * @param root the folder of the repository
 */
export async function typeProblems(root: string): Promise<Problem[]> {
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  const { code, output } = await run(
    process.execPath,
    [compiler, "--project", "definitions", "--pretty", "false"],
    root,
  );
  const problems = parseCompilerOutput(output);
  if (code !== 0 && problems.length === 0) throw new Error(`the TypeScript compiler failed:\n${output}`);
  return problems;
}

/** Each error begins with `file(line,column): error TS…:`; the lines that explain it are indented. */
export function parseCompilerOutput(output: string): Problem[] {
  const problems: Problem[] = [];
  for (const [, file = "", line, code, first = "", rest = ""] of output.matchAll(
    /^(\S[^(\n]*)\((\d+),\d+\): error (TS\d+): (.*)((?:\n +.*)*)/gm,
  )) {
    const place = { file: file.replaceAll("\\", "/"), line: Number(line) };
    const message = [first, ...rest.split("\n").filter((text) => text !== "")].join("\n  ");
    problems.push({
      check: "definitions-compile",
      place,
      message: `${message} [${code}]`,
      mend: mendOfTypeError(first),
    });
  }
  return problems;
}

function run(
  program: string,
  args: readonly string[],
  cwd: string,
): Promise<{ readonly code: number; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (output += text));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
