import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, isAbsolute, resolve } from "node:path";

/**
 * The files of a configuration: its own, and all that it extends.
 *
 * @returns undefined where one of them is not found: what it says is not known then
 */
export function configChain(config: string): readonly string[] | undefined {
  const chain: string[] = [];
  const pending = [config];
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    if (chain.includes(file)) continue;
    chain.push(file);
    for (const name of extended(readFileSync(file, "utf8"))) {
      const found = extendedFile(name, file);
      if (found === undefined) return undefined;
      pending.push(found);
    }
  }
  return chain;
}

/** A configuration may have comments, which may contain whatever looks like a key, and texts, which may look like comments. */
const commentsAndTexts = /("(?:\\.|[^"\\])*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;

/** Every name after a key "extends", wherever it stands: one too many costs a read. */
function extended(text: string): string[] {
  const bare = text.replace(commentsAndTexts, (_, kept: string | undefined) => kept ?? "");
  const values = [...bare.matchAll(/"extends"\s*:\s*("(?:\\.|[^"\\])*"|\[[^\]]*\])/g)].map(
    ([, value = ""]) => value,
  );
  return values.flatMap((value) => [...value.matchAll(/"((?:\\.|[^"\\])*)"/g)].map(([, name = ""]) => name));
}

function extendedFile(name: string, from: string): string | undefined {
  if (!name.startsWith(".") && !isAbsolute(name)) return ofPackage(name, from);
  const path = resolve(dirname(from), name);
  return [path, `${path}.json`].find((each) => each.endsWith(".json") && existsSync(each));
}

function ofPackage(name: string, from: string): string | undefined {
  try {
    return createRequire(from).resolve(name);
  } catch {
    return undefined;
  }
}
