import { createRequire, register } from "node:module";
import { pathToFileURL } from "node:url";

/**
 * The hook of a loader, as the text of a module: it loads in the place of tsx what lies in a folder with a question mark in its name. There tsx
 * takes what follows for a query, and the folder for a file without an ending.
 */
const hook = `
let esbuild;
export const initialize = async (from) => void (esbuild = (await import(from)).default);
export async function load(url, context, next) {
  const { pathname } = new URL(url);
  if (!url.startsWith("file:") || !/%3F.*\\.ts$/i.test(pathname)) return next(url, context);
  const { readFileSync } = await import("node:fs");
  const { code } = esbuild.transformSync(readFileSync(new URL(url.replace(/[?#].*$/, "")), "utf8"), {
    loader: "ts",
    format: "esm",
    platform: "node",
    target: "node20.19",
    sourcemap: "inline",
    sourcefile: decodeURIComponent(pathname.slice(pathname.lastIndexOf("/") + 1)),
    keepNames: true,
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true, target: "es2023" } },
  });
  return { format: "module", source: code, shortCircuit: true };
}
`;

let isRegistered = false;

/** From now on modules are loaded from below such a folder too. */
export function loadBelowQuestionMarks(engineFile: string): void {
  if (isRegistered) return;
  isRegistered = true;
  const esbuild = pathToFileURL(createRequire(engineFile).resolve("esbuild")).href;
  register(`data:text/javascript,${encodeURIComponent(hook)}`, { data: esbuild });
}
