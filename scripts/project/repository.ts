import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Project } from "./project.ts";

const description = z.object({
  repository: z.union([z.string(), z.object({ url: z.string() }).transform(({ url }) => url)]).optional(),
});

/** The repository of a project, as its package.json says; undefined where that says none. */
export function repositoryOf({ root }: Pick<Project, "root">): string | undefined {
  const file = join(root, "package.json");
  if (!existsSync(file)) return undefined;
  try {
    return description.safeParse(JSON.parse(readFileSync(file, "utf8"))).data?.repository;
  } catch {
    // What is wrong with the file npm says better.
    return undefined;
  }
}
