import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Files of a folder, by their paths from it. */
export type FilesOf = { readonly folder: string; readonly names: readonly string[] };

/**
 * The SHA-256 of what is in these files, and of their names.
 *
 * Programs have a hundred megabytes, so what was hashed is remembered by what the disk says of each file: whoever writes into one, or
 * puts another in its place, changes the time of its last change of state, which no program can set.
 *
 * @param memoryFile left out, or not to be written: nothing is remembered
 */
export const contentDigest = async (
  { folder, names }: FilesOf,
  memoryFile: string | undefined,
): Promise<string> => {
  const sorted = [...names].sort();
  const state = await stateOf(folder, sorted);
  const memory = memoryFile === undefined ? {} : await readMemory(memoryFile);
  const place = join(folder, sorted.length === 1 ? (sorted[0] ?? "") : "");
  const known = memory[place];
  if (known?.state === state) return known.sha256;
  const sha256 = await hashOf(folder, sorted);
  // Somebody may have written in the meantime: then it is hashed again the next time.
  if (memoryFile !== undefined && (await stateOf(folder, sorted)) === state)
    await remember(memoryFile, { ...memory, [place]: { state, sha256 } });
  return sha256;
};

type Memory = Readonly<Record<string, { readonly state: string; readonly sha256: string }>>;

const stateOf = async (folder: string, names: readonly string[]): Promise<string> => {
  const states = names.map(async (name) => {
    const { size, mtimeNs, ctimeNs, ino } = await stat(join(folder, name), { bigint: true });
    return [name, size, mtimeNs, ctimeNs, ino].join(" ");
  });
  return (await Promise.all(states)).join("\n");
};

const hashOf = async (folder: string, names: readonly string[]): Promise<string> => {
  const hash = createHash("sha256");
  for (const name of names) {
    const own = createHash("sha256");
    for await (const piece of createReadStream(join(folder, name))) own.update(piece);
    hash.update(`${own.digest("hex")}  ${name}\n`);
  }
  return hash.digest("hex");
};

const readMemory = async (path: string): Promise<Memory> => {
  try {
    const value: unknown = JSON.parse(await readFile(path, "utf8"));
    return isMemory(value) ? value : {};
  } catch {
    return {};
  }
};

const isMemory = (value: unknown): value is Memory =>
  typeof value === "object" && value !== null && Object.values(value).every(isRemembered);

const isRemembered = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  "state" in value &&
  typeof value.state === "string" &&
  "sha256" in value &&
  typeof value.sha256 === "string";

const remember = async (path: string, memory: Memory): Promise<void> => {
  const beside = `${path}-${process.pid}`;
  try {
    await writeFile(beside, JSON.stringify(memory));
    await rename(beside, path);
  } catch {
    // A folder that nobody may write to: it is hashed again the next time.
    await rm(beside, { force: true });
  }
};
