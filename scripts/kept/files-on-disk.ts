import { isSameState, stateOf } from "../start/file-state.cjs";
import { hashOf, known, type KnownFile } from "../start/known-files.cjs";

/** What files hold: each is read once, and then again only where it is not as it was by its state. */
export interface FilesOnDisk {
  /** As it is now. */
  readonly look: (path: string) => KnownFile;
  /** As it was when it was last looked at here; undefined where nobody has looked. */
  readonly lastLook: (path: string) => KnownFile | undefined;
}

/** @param before what is known of them from an earlier run; left out: all are read */
export function filesOnDisk(before: readonly KnownFile[] = []): FilesOnDisk {
  const remembered = new Map(before.map((file) => [file.path, file]));
  const looked = new Map<string, KnownFile>();
  return {
    look(path) {
      const takenAt = Date.now();
      // Before the contents: what is written in between has another state.
      const state = stateOf(path);
      const found = looked.get(path) ?? remembered.get(path);
      const isSame = found?.state !== undefined && isSameState(found.state, state);
      const file = isSame ? found : known(path, hashOf(path, state), state, takenAt);
      looked.set(path, file);
      return file;
    },
    lastLook: (path) => looked.get(path),
  };
}
