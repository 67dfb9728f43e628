import type { TestProject } from "vitest/node";
import { packages } from "./installed-project.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Paths of the package, and of a later one. */
    readonly tarballs: { readonly now: string; readonly later: string };
  }
}

/** Packs the package once, before the first test: two tests that packed at the same time would do so in one folder. */
export default function packedOnce({ provide }: TestProject): () => void {
  const { now, later, remove } = packages();
  provide("tarballs", { now, later });
  return remove;
}
