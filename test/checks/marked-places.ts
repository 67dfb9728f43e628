import { readFileSync } from "node:fs";
import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Finds the lines of a test that stand below a comment: `const at = markedPlaces(import.meta.url)`, then `at("mistake")` is
 * the place of the line below `// mistake`, such as `test/checks/joins-are-unique.test.ts:12`.
 */
export function markedPlaces(testFile: string): (marker: string) => string {
  const path = fileURLToPath(testFile);
  const lines = readFileSync(path, "utf8").split(/\r?\n/);
  return (marker) => {
    // The first line below the one at `index` is number index + 2, counted from 1.
    const found = lines.flatMap((line, index) => (line.trim() === `// ${marker}` ? [index + 2] : []));
    if (found.length !== 1) throw new Error(`${found.length} lines are "// ${marker}"; it takes one`);
    return `${relative(root, path).split(sep).join("/")}:${found.join()}`;
  };
}
