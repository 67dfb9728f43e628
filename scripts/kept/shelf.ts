import { join } from "node:path";
import type { Project } from "../project/project.ts";
import { keptFolder } from "./kept-folder.ts";
import { readShelf, writeShelf, type Entry } from "./shelf-file.ts";
import { today } from "./today.ts";

/** Answers that were worked out once, each by a key made from everything that it depends on. */
export interface Shelf<Value> {
  readonly get: (key: string) => Value | undefined;
  readonly put: (key: string, value: Value) => void;
  /** Writes what is new. What another process has put there in the meantime stays. */
  readonly save: () => void;
}

// Whoever comes back to a branch after a holiday still finds its answers.
const keptDays = 30;

/**
 * Opens a shelf of a project. Whatever is wrong with its file, it is empty then: an answer is only ever missing, never another one.
 *
 * @param name of its file
 * @param isValue what another engine has left there may have another shape
 */
export function openShelf<Value>(
  name: string,
  project: Pick<Project, "root">,
  isValue: (value: unknown) => value is Value,
): Shelf<Value> {
  const folder = keptFolder(project);
  return folder === undefined ? emptyShelf() : shelfAt(join(folder, `${name}.json`), isValue, today());
}

/** A shelf on which nothing is found and nothing is kept: for a run that works everything out anew. */
export function emptyShelf<Value>(): Shelf<Value> {
  return { get: () => undefined, put: () => {}, save: () => {} };
}

/** @param today as a number of days, so that a test can let them pass */
export function shelfAt<Value>(
  path: string,
  isValue: (value: unknown) => value is Value,
  today: number,
): Shelf<Value> {
  let found = readShelf(path);
  const touched = new Map<string, Entry>();
  return {
    get(key) {
      const entry = touched.get(key) ?? found.get(key);
      if (!entry || !isValue(entry.value)) return undefined;
      // The day alone is worth writing only once a day.
      if (entry.day !== today) touched.set(key, { ...entry, day: today });
      return entry.value;
    },
    put: (key, value) => void touched.set(key, { value, day: today }),
    save() {
      if (touched.size === 0) return;
      const kept = [...readShelf(path)].filter(([, { day }]) => today - day <= keptDays);
      found = new Map([...kept, ...touched]);
      writeShelf(path, found);
      touched.clear();
    },
  };
}
