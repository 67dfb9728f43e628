import { resolve } from "node:path";
import { knownTools } from "./known-tools.ts";
import { neededOf, type Needed } from "./needed-tools.ts";
import { isReadable, isRunnable, searchPath } from "./search-path.ts";
import type { Tool, ToolName } from "./tool.ts";
import { isAtLeast, readVersion } from "./version.ts";

/** What this machine has of a tool, outside of the cache. */
export type InstalledTool = {
  readonly tool?: Tool;
  /** Places that hold nothing, one sentence each. */
  readonly absent: readonly string[];
  /** Programs that were not taken, and why, one sentence each. */
  readonly passedOver: readonly string[];
};

type Candidate = { readonly path: string; readonly origin: "environment" | "path"; readonly named: string };

type Candidates = {
  readonly candidates: readonly Candidate[];
  readonly absent: readonly string[];
  readonly passedOver: readonly string[];
};

const candidateOfEnvironment = async (variable: string, value: string | undefined): Promise<Candidates> => {
  if (!value) return { candidates: [], absent: [`${variable} is not set`], passedOver: [] };
  const named = `${variable} names ${value}`;
  return (await isRunnable(value))
    ? { candidates: [{ path: resolve(value), origin: "environment", named }], absent: [], passedOver: [] }
    : { candidates: [], absent: [], passedOver: [`${named}, which is not a program`] };
};

const candidatesOnPath = async (name: ToolName, path: string): Promise<Candidates> => {
  const { programs, extraFolders } = knownTools[name];
  const found = await searchPath(programs, path, extraFolders);
  return {
    candidates: found.map((file) => ({ path: resolve(file), origin: "path", named: `${file} is on PATH` })),
    absent: found.length === 0 ? [`${programs.join(" or ")} is not on PATH`] : [],
    passedOver: [],
  };
};

const templatesOf = async (name: ToolName): Promise<Pick<Tool, "defaultTemplates">> => {
  const { installedTemplates } = knownTools[name];
  return installedTemplates !== undefined && (await isReadable(installedTemplates))
    ? { defaultTemplates: installedTemplates }
    : {};
};

/** Looks at the tool's environment variable, then at PATH; the first program that runs and is new enough is taken. */
export const findInstalledTool = async (
  name: ToolName,
  environment: NodeJS.ProcessEnv,
  { minimum, reason }: Needed = neededOf(name),
): Promise<InstalledTool> => {
  const { environmentVariable, versionArguments } = knownTools[name];
  const named = await candidateOfEnvironment(environmentVariable, environment[environmentVariable]);
  const onPath = await candidatesOnPath(name, environment["PATH"] ?? "");
  const absent = [...named.absent, ...onPath.absent];
  const passedOver = [...named.passedOver];
  for (const candidate of [...named.candidates, ...onPath.candidates]) {
    const { path, origin } = candidate;
    const reading = await readVersion(path, versionArguments);
    if (!reading.ok) {
      passedOver.push(`${candidate.named}, but ${reading.reason}`);
    } else if (!isAtLeast(reading.version, minimum)) {
      const tooOld = `it is version ${reading.version}, and ${minimum} is needed (${reason})`;
      passedOver.push(`${candidate.named}, but ${tooOld}`);
    } else {
      const tool = { name, path, version: reading.version, origin, ...(await templatesOf(name)), passedOver };
      return { tool, absent, passedOver };
    }
  }
  return { absent, passedOver };
};
