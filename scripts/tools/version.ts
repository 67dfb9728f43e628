import { runTool } from "./run-tool.ts";

export type VersionReading =
  { readonly ok: true; readonly version: string } | { readonly ok: false; readonly reason: string };

// A version is printed at once; a program that takes longer is not the tool we look for.
const versionTimeoutMs = 10_000;

/** The version in what a tool prints about itself, such as "promtool, version 3.5.3+ds1 (branch: …)". */
export const versionInText = (text: string): string | undefined =>
  /\bversion:? v?(\d+(?:\.\d+)+)/i.exec(text)?.[1];

/** True when `version` is `minimum` or newer, compared number by number. */
export const isAtLeast = (version: string, minimum: string): boolean => {
  const have = version.split(".").map(Number);
  const need = minimum.split(".").map(Number);
  for (const [index, number] of need.entries()) {
    const difference = (have[index] ?? 0) - number;
    if (difference !== 0) return difference > 0;
  }
  return true;
};

/** Runs the program and reads its version. */
export const readVersion = async (
  path: string,
  versionArguments: readonly string[],
): Promise<VersionReading> => {
  try {
    const { code, stdout, stderr } = await runTool({ path }, versionArguments, {
      lastResortMs: versionTimeoutMs,
    });
    const version = versionInText(`${stdout}\n${stderr}`);
    if (code === 0 && version !== undefined) return { ok: true, version };
    const said = stderr.trim() || stdout.trim() || "it prints nothing";
    return { ok: false, reason: `it prints no version (exit code ${code}: ${said.split("\n")[0]})` };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
};
