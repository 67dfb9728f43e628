import { stat } from "node:fs/promises";

/** True when the file is there and was written less than `ms` ago. */
export const isYoungerThan = async (path: string, ms: number): Promise<boolean> => {
  try {
    return Date.now() - (await stat(path)).mtimeMs < ms;
  } catch {
    return false;
  }
};
