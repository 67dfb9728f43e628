import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkerFile, checkerLines } from "./contract/checker.ts";
import { engine } from "./engine.ts";

// Writes the checker of contracts anew from its sources; a test says when that is needed.
const path = join(engine.packageFolder, checkerFile);
writeFileSync(path, JSON.stringify({ lines: checkerLines() }));
spawnSync(process.execPath, [
  join(engine.packageFolder, "node_modules/prettier/bin/prettier.cjs"),
  "--write",
  path,
]);
process.stdout.write(`${checkerFile}\n`);
