import { spawnSync } from "node:child_process";
import { engine } from "../engine.ts";
import { esbuildProgram } from "../start/esbuild.cjs";

/** Where the checker is kept, as lines: what builds out/ reads no disk, and starts no program. */
export const checkerFile = "generators/targets/contract/checker.json";

const head = `// Says which alerts, panels and SLOs a release would blind: "node check.mjs --help". It needs Node.js 20 and nothing else.
// Written by "signalbox build", the same for all services.`;

/** The checker as one file of JavaScript that imports nothing but Node's own modules, made of the sources of the engine. */
export function checkerLines(): readonly string[] {
  const program = esbuildProgram();
  if (program === undefined) throw new Error("esbuild is not installed for this machine");
  const args = [
    ...["scripts/contract/check.ts", "--bundle", "--format=esm", "--platform=node", "--target=node20.19"],
    ...["--conditions=signalbox-source", "--legal-comments=none", "--log-level=warning", "--charset=utf8"],
  ];
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: engine.packageFolder,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  // The paths of sources say nothing to whoever reads it elsewhere.
  const code = stdout.split("\n").filter((line) => !/^\/\/ (?:generators|scripts)\//.test(line));
  return [...head.split("\n"), ...code];
}
