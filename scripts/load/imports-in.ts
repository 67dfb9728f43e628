const specifiers = /\b(?:from|import)\s*\(?\s*["']([^"'\n]+)["']/g;

/** What a module's text seems to import. It may be said in a comment only: then nothing comes of it. */
export function importsIn(text: string): string[] {
  return [...text.matchAll(specifiers)].map(([, specifier = ""]) => specifier);
}

/** Whether it is a file beside the one that imports it, and no package. */
export function isBeside(specifier: string): boolean {
  return /^\.{1,2}\//.test(specifier);
}

/** What the code that esbuild made of a module requires. */
export function requiresIn(code: string): string[] {
  return [...code.matchAll(/\brequire\("([^"\n]+)"\)/g)].map(([, name = ""]) => name);
}
