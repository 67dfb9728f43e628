import { buildCommandWith } from "../../scripts/build.ts";
import { guarded } from "../../scripts/project/load-problems.ts";
import { inTurn } from "./out-fixture.ts";
import { entryOf } from "../../scripts/project/project.ts";
import { loadModule } from "../../scripts/project/load-module.ts";
import type { Compilation, Compiled } from "../../generators/compile.ts";

// The real build command with a compiler that gives back what the definitions already are, `{ problems, files }`.

const build = buildCommandWith(async (project): Promise<Compilation> => {
  const compiled = await guarded(entryOf(project), async () => {
    const { definitions } = await loadModule(project.definitions, project.root);
    // The definitions of these tests are what is compiled.
    return definitions as Compiled;
  });
  return { ...compiled, files: inTurn("files" in compiled ? compiled.files : {}) };
});

void build.run(process.argv.slice(3)).then((code) => {
  process.exitCode = code;
});
