/** What a module's text seems to import from beside it. It may be said in a comment only: then nothing comes of it. */
export function importsIn(text: string): string[] {
  return [...text.matchAll(/\b(?:from|import)\s*\(?\s*["'](\.{1,2}\/[^"'\n]+)["']/g)].map(
    ([, path = ""]) => path,
  );
}

/** What the code that esbuild made of a module requires. */
export function requiresIn(code: string): string[] {
  return [...code.matchAll(/\brequire\("([^"\n]+)"\)/g)].map(([, name = ""]) => name);
}
