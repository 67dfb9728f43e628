import type { Refused } from "./known-project.ts";
import type { WrittenFile } from "./written-files.ts";

/** The files, each once; two changes of one file were both made of the old text, and cannot be put together. */
export function mergedFiles(files: readonly WrittenFile[]): readonly WrittenFile[] | Refused {
  const paths = files.map(({ path }) => path);
  const twice = paths.find((path, index) => paths.indexOf(path) !== index);
  return twice === undefined
    ? files
    : {
        refused: `${twice} would have to be changed in two places at once: put what it defines into files of their own.`,
      };
}
