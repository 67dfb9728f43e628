import { isSameState, isSettled, stateOf, type FileState } from "../../start/file-state.cjs";
import { hashOf } from "../../start/known-files.cjs";
import { filesBelow, isBelow } from "./source-tree.ts";
import type { Sources } from "./sources.ts";

/** How the sources were when a build began to read them. */
export interface LastLook {
  /** Looks again at what a build is going to read anew: these files, and all below these folders. */
  readonly lookAt: (paths: ReadonlySet<string>, sources: Sources) => void;
  /** All that is not as it was, whether somebody told of it or not. */
  readonly changedSince: (sources: Sources, startedAt: number) => string[];
}

interface Look {
  readonly state: FileState | null;
  /** Only where the state would not show what is written within the same tick. */
  readonly hash?: string;
}

export function firstLook(sources: Sources): LastLook {
  const looks = new Map(allOf(sources).map((path) => [path, look(path)]));
  return {
    lookAt(paths, { out }) {
      for (const path of paths) {
        for (const known of looks.keys()) if (isBelow(known, path)) looks.delete(known);
        for (const file of stateOfAny(path)?.[4] ? filesBelow(path, out) : [path])
          looks.set(file, look(file));
      }
    },
    changedSince(now, startedAt) {
      const files = new Set(now.files);
      const paths = new Set(allOf(now));
      const isNewToUs = (path: string) => {
        const { state } = setLook(looks, path);
        // That it is read, nobody knew before the build: then it is new only if it was written since.
        return !files.has(path) || (state !== null && Math.max(state[1], state[2]) >= startedAt);
      };
      const gone = [...looks].filter(([path, before]) => !paths.has(path) && !isAsItWas(path, before));
      for (const path of looks.keys()) if (!paths.has(path)) looks.delete(path);
      const changed = [...paths].filter((path) => {
        const before = looks.get(path);
        return before ? !isAsItWas(path, before) : isNewToUs(path);
      });
      return [...gone.map(([path]) => path), ...changed];
    },
  };
}

function allOf({ folders, files, out }: Sources): string[] {
  return [...folders.flatMap((folder) => filesBelow(folder, out)), ...files];
}

function setLook(looks: Map<string, Look>, path: string): Look {
  const now = look(path);
  looks.set(path, now);
  return now;
}

function look(path: string): Look {
  const takenAt = Date.now();
  const state = stateOfAny(path);
  return isSettled(state, takenAt) ? { state } : { state, hash: hashOf(path, state) };
}

function isAsItWas(path: string, { state: before, hash }: Look): boolean {
  const state = stateOfAny(path);
  return isSameState(before, state) && (hash === undefined || hash === hashOf(path, state));
}

/** What may not be looked at is as good as not there. */
function stateOfAny(path: string): FileState | null {
  try {
    return stateOf(path);
  } catch {
    return null;
  }
}
