import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Project } from "../project/project.ts";
import type { WrittenFile } from "./written-files.ts";

/** The files of a project as they will be: those on the disk, and what is to be written before. */
export interface Sources {
  readonly has: (path: string) => boolean;
  readonly read: (path: string) => string;
}

/** @param pending what is to be written, the later in place of the earlier */
export function sourcesOf({ root }: Project, pending: readonly WrittenFile[] = []): Sources {
  const planned = new Map(pending.map(({ path, text }) => [path, text]));
  return {
    has: (path) => planned.has(path) || existsSync(join(root, path)),
    read: (path) => planned.get(path) ?? withPlainLines(readFileSync(join(root, path), "utf8")),
  };
}

/** Whoever writes the file gives it its own ends of lines back. */
function withPlainLines(text: string): string {
  return text.replaceAll("\r\n", "\n");
}

/** Each file once: the later text, which was made of the earlier one. */
export function lastOfEach(files: readonly WrittenFile[]): readonly WrittenFile[] {
  const last = new Map<string, WrittenFile>();
  for (const file of files) last.set(file.path, { ...file, kind: last.get(file.path)?.kind ?? file.kind });
  return [...last.values()];
}
