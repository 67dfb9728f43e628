import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Project } from "./project.ts";

const description = z.object({
  repository: z.union([z.string(), z.object({ url: z.string() }).transform(({ url }) => url)]).optional(),
});

/** The repository of a project, as its package.json says; undefined where that says none. */
export function repositoryOf({ root }: Pick<Project, "root">): string | undefined {
  try {
    const text = readFileSync(join(root, "package.json"), "utf8");
    return description.safeParse(JSON.parse(text)).data?.repository;
  } catch {
    // There is none, or npm says better what is wrong with it.
    return undefined;
  }
}
