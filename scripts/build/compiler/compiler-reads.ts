import { dirname, resolve } from "node:path";
import { engine } from "../../engine.ts";
import { configChain } from "./config-chain.ts";

/** What the compiler has read for an answer, as it noted it down itself. */
export interface CompilerReads {
  /** The files of the program, the configurations and the descriptions of packages. */
  readonly files: readonly string[];
  /** Descriptions of packages that it looked for and did not find. */
  readonly missing: readonly string[];
}

/**
 * What the compiler noted down in its own file.
 *
 * @returns undefined where the file says something else, or a configuration is not found
 */
export function readsOf(
  text: string,
  { buildInfo, config }: { readonly buildInfo: string; readonly config: string },
): CompilerReads | undefined {
  const chain = configChain(config);
  const noted = parsed(text);
  if (chain === undefined || noted === undefined) return undefined;
  const folder = dirname(buildInfo);
  // Its own declarations it names by their file alone.
  const library = dirname(engine.compiler());
  const program = textsOf(noted["fileNames"]).map((name) => resolve(isOwn(name) ? library : folder, name));
  if (program.length === 0) return undefined;
  const packages = textsOf(noted["packageJsons"]).map((name) => resolve(folder, name));
  const missing = textsOf(noted["missingPackageJsons"]).map((name) => resolve(folder, name));
  return { files: [...new Set([...chain, ...packages, ...program])], missing };
}

const isOwn = (name: string): boolean => /^lib\.[\w.]*d\.ts$/.test(name);

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null
      ? Object.fromEntries(Object.entries(value))
      : undefined;
  } catch {
    return undefined;
  }
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}
