import { buildCommandWith } from "../../scripts/build.ts";
import type { Compilation } from "../../generators/compile.ts";
import { guarded } from "../../scripts/project/load-problems.ts";
import { entryOf } from "../../scripts/project/project.ts";

// The real build command with a compiler that has a mistake of its own.
const compile = (): Compilation => {
  throw new Error("broken");
};

const build = buildCommandWith(async (project) => {
  const compiled = await guarded(entryOf(project), compile);
  return { files: [], ...compiled };
});

void build.run(process.argv.slice(3)).then((code) => {
  process.exitCode = code;
});
