import type { Memory } from "../../generators/keep/keeper.ts";
import type { Project } from "../project/project.ts";
import { hashOfBytes } from "../start/known-files.cjs";
import { engineIdentity } from "./engine-identity.ts";
import { openShelf } from "./shelf.ts";

/** What builds of a project worked out before. */
export interface BuildMemory extends Memory {
  /** Writes what is new. */
  readonly save: () => void;
}

/** The answers of this engine: what another one worked out is not found. */
export function openBuildMemory(project: Pick<Project, "root">, engine = engineIdentity()): BuildMemory {
  const shelf = openShelf("build", project, isAnything);
  const keyOf = (key: string) => hashOfBytes(`${engine}\n${key}`);
  return {
    get: (key) => shelf.get(keyOf(key)),
    put: (key, value) => shelf.put(keyOf(key), value),
    save: shelf.save,
    digest: hashOfBytes,
  };
}

/** Whoever asks looks himself whether it is what he needs. */
function isAnything(_value: unknown): _value is unknown {
  return true;
}
