import { cpSync, mkdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { engine } from "../engine.ts";
import type { KnownProject } from "../new/known-project.ts";
import { loadDefinitions } from "../project/load-definitions.ts";
import { temporaryFolder } from "../tools/temporary-folder.ts";

/** A new project, as `signalbox init` writes it but for its answers, into which rules can be imported; it goes with this process. */
export async function baseProject(): Promise<KnownProject> {
  const root = realpathSync.native(temporaryFolder("corpora-").path);
  cpSync(join(engine.packageFolder, "examples/starter/definitions"), join(root, "definitions"), {
    recursive: true,
  });
  rmSync(join(root, "definitions/services/ticket-shop"), { recursive: true });
  writeFileSync(join(root, "definitions/services/index.ts"), noServices);
  writeFileSync(join(root, "package.json"), '{ "type": "module" }\n');
  writeFileSync(join(root, "tsconfig.json"), JSON.stringify(config));
  mkdirSync(join(root, "node_modules"));
  symlinkSync(engine.packageFolder, join(root, "node_modules/signalbox"), "junction");
  const project = { root, definitions: join(root, "definitions/index.ts"), out: join(root, "out") };
  const loaded = await loadDefinitions(project);
  if ("problems" in loaded) throw new Error(loaded.problems.map(({ message }) => message).join("\n"));
  return { project, definitions: loaded.definitions };
}

const noServices = `import type { Service } from "signalbox";

export const services: readonly Service[] = [];
`;

/** The language is read from its sources, as in this repository. */
const config = {
  extends: join(engine.packageFolder, "tsconfig.base.json"),
  compilerOptions: {
    customConditions: ["signalbox-source"],
    // The sources ask for more than definitions may.
    typeRoots: [join(engine.packageFolder, "node_modules/@types")],
    types: ["node"],
  },
  include: ["definitions"],
};
