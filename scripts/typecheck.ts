import { join } from "node:path";
import { engine } from "./engine.ts";
import { keptRun } from "./build/compiler/kept-run.ts";

// What the TypeScript compiler says of all that is in this repository. It begins where the last run ended: "--fresh" begins anew.

const root = engine.packageFolder;
const project = { root, definitions: join(root, "definitions/index.ts"), out: join(root, "out") };

void keptRun(project, join(root, "tsconfig.json"), { fresh: process.argv.includes("--fresh") }).then(
  ({ code, output }) => {
    process.stdout.write(output);
    process.exitCode = code;
  },
);
