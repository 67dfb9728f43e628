import { createHash } from "node:crypto";

/** A name for all these contents together: whichever of them changes, or where one ends, is another name. */
export function contentKey(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) {
    const bytes = typeof part === "string" ? Buffer.from(part) : part;
    // Without the length, "ab" and "c" would be "a" and "bc".
    hash.update(`${bytes.length}:`).update(bytes);
  }
  return hash.digest("hex");
}
