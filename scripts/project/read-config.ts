import { isAbsolute, join, normalize } from "node:path";
import { z } from "zod";
import type { ProjectConfig } from "../../generators/language/config.ts";
import type { Problem } from "../../generators/problem.ts";
import { guarded } from "./load-problems.ts";
import { loadModule } from "./load-module.ts";

export const configName = "signalbox.config.ts";

/** A path that stays below the project: the build writes nowhere else. */
const inside = z
  .string()
  .refine((path) => path !== "" && !isAbsolute(path) && !/^\.\.?(?:[\\/]|$)/.test(normalize(path)), {
    error: "must be a path below the folder of the project, such as monitoring/out",
  });

const shape = z.strictObject({ definitions: inside.exactOptional(), out: inside.exactOptional() });

/** Reads the configuration of the project in this folder. */
export async function readConfig(
  root: string,
): Promise<{ readonly config: ProjectConfig } | { readonly problems: readonly Problem[] }> {
  const loaded = await guarded({ root, file: configName }, async () => ({
    exported: await loadModule(join(root, configName), root),
  }));
  if ("problems" in loaded) return loaded;
  const read = shape.safeParse(loaded.exported["default"]);
  if (read.success) return { config: read.data };
  const fix = 'export default defineConfig({ definitions: "…", out: "…" }), each of them optional';
  const problem = (message: string): Problem => ({
    check: "project-config",
    place: { file: configName, line: 1 },
    message,
    fix,
  });
  return {
    problems: read.error.issues.map(({ path, message }) =>
      problem([path.join("."), message].filter(Boolean).join(": ")),
    ),
  };
}
