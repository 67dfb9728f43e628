import { createRequire } from "node:module";

/** What judges without a program of its own; `signalbox` is this repository. */
export type Library = "ajv" | "dclint" | "signalbox";

const load = createRequire(import.meta.url);

const packageFiles: Readonly<Record<Library, string>> = {
  ajv: "ajv/package.json",
  dclint: "dclint/package.json",
  signalbox: "../../package.json",
};

/** The version that is installed. */
export function libraryVersion(library: Library): string {
  const description: unknown = load(packageFiles[library]);
  const isDescription = typeof description === "object" && description !== null && "version" in description;
  return isDescription ? String(description.version) : "unknown";
}
