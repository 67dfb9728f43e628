import { join } from "node:path";
import type { Project } from "../project/project.ts";
import { userCache } from "../start/user-cache.cjs";
import { contentKey } from "./content-key.ts";

// A folder's hash in full would make longer paths than some systems take.
const nameLength = 16;

/**
 * Where what was worked out once for a project is kept: in the user's cache, where `npm ci` leaves it alone, and not in the project,
 * where somebody could commit it.
 *
 * @returns undefined where the user has no cache: then nothing is kept
 */
export function keptFolder({ root }: Pick<Project, "root">): string | undefined {
  const cache = userCache();
  return cache && join(cache, "kept", contentKey(root).slice(0, nameLength));
}
