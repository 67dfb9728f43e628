import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readAcceptances, type Acceptance } from "../../generators/review/accepted.ts";
import type { Problem } from "../../generators/problem.ts";

/** In the folder that is compared, the sentences that somebody accepts. */
export const acceptedFile = "signalbox.accepted";

/** What is accepted, or what is wrong with the file. */
export function acceptedIn(
  folder: string,
): { readonly acceptances: readonly Acceptance[] } | { readonly problems: readonly Problem[] } {
  const path = join(folder, acceptedFile);
  if (!existsSync(path)) return { acceptances: [] };
  const read = readAcceptances(readFileSync(path, "utf8"));
  if ("acceptances" in read) return read;
  const { line, message } = read.mistake;
  const fix = "accept: 1f2e3d4c why that is right";
  return { problems: [{ check: "acceptances-read", place: { file: acceptedFile, line }, message, fix }] };
}
