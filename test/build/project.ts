import { join } from "node:path";
import {
  makeProject as makeAnyProject,
  runSignalbox,
  startSignalbox,
  type Ended,
} from "../project/make-project.ts";

const program = join(import.meta.dirname, "echoing-build.ts");

/** A project whose definitions are what the build writes: `{ problems, files }`. */
export function makeProject(definitions: Readonly<Record<string, string>>): string {
  const inFolder = Object.entries(definitions).map(([path, text]) => [`definitions/${path}`, text]);
  return makeAnyProject(Object.fromEntries(inFolder));
}

/** A definitions/index.ts that gives these files. */
export function indexOf(files: Readonly<Record<string, string>>): string {
  return `export const definitions = { problems: [], files: ${JSON.stringify(files)} };\n`;
}

/** Starts the build command in the project. */
export function startBuild(folder: string, args: readonly string[] = []) {
  return startSignalbox(["build", ...args], { folder, program });
}

/** Runs the build command in the project to its end. */
export function runBuild(
  folder: string,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  return runSignalbox(["build", ...args], { folder, env, program });
}
