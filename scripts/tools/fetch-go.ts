import { join } from "node:path";
import type { Fetched, FetchSource } from "./fetch-source.ts";
import type { FetchWatch } from "./fetch-watch.ts";
import { knownTools, type GoModule } from "./known-tools.ts";
import { releases } from "./pins.ts";
import { runTool, type ToolResult } from "./run-tool.ts";
import type { ToolName } from "./tool.ts";

export type GoSourceOptions = {
  /** The program `go`; the one on PATH when left out. */
  readonly go?: string;
};

// The first time Go compiles the module and everything it needs: minutes on two busy cores.
const buildTimeoutMs = 15 * 60_000;

type Module = { readonly folder: string; readonly sum: string };

/** Where Go has put the module; a reason where it could not get it. */
const download = async (go: Go, { path }: GoModule, version: string): Promise<Module | string> => {
  // Not `go install`: that wants the list of all versions too, which a proxy that holds only some does not have.
  const { code, stdout, stderr } = await go(["mod", "download", "-json", `${path}@v${version}`]);
  const answer: unknown = code === 0 ? JSON.parse(stdout) : undefined;
  const isModule = typeof answer === "object" && answer !== null && "Dir" in answer && "Sum" in answer;
  return isModule ? { folder: String(answer.Dir), sum: String(answer.Sum) } : firstLine(stderr || stdout);
};

type Go = (args: readonly string[], cwd?: string) => Promise<ToolResult>;

const firstLine = (text: string): string => text.trim().split("\n")[0] ?? "";

const fetchModule = async (
  goPath: string,
  name: ToolName,
  folder: string,
  watch: FetchWatch,
): Promise<Fetched> => {
  const { goModule, release } = knownTools[name];
  const { version } = releases[release];
  if (goModule === undefined) return { ok: false, reason: `there is no Go module for ${name}` };
  const refused = (reason: string): Fetched => ({
    ok: false,
    reason: `source ${version} of ${goModule.path}: ${reason}`,
  });
  // A module's own go.work names parts that are not in it.
  const env = { ...process.env, CGO_ENABLED: "0", GOWORK: "off" };
  const go: Go = (args, cwd = folder) =>
    runTool({ path: goPath }, args, { cwd, env, lastResortMs: buildTimeoutMs, cpuLimitMs: buildTimeoutMs });
  try {
    watch.begins({ what: `${name} ${version}`, from: `its source, which takes Go a few minutes to compile` });
    const module = await download(go, goModule, goModule.version ?? version);
    if (typeof module === "string") return refused(module);
    if (module.sum !== goModule.sum)
      return refused(`its checksum is ${module.sum}, not ${goModule.sum}, so it was not used`);
    // Only a program that is compiled by its own release knows its version.
    const flags = `-s -w -X github.com/prometheus/common/version.Version=${version}`;
    const { program = ".", tags } = goModule;
    const options = ["-mod=readonly", "-trimpath", ...(tags === undefined ? [] : ["-tags", tags])];
    const build = ["build", ...options, `-ldflags=${flags}`, "-o", join(folder, name), program];
    const { code, stderr } = await go(build, module.folder);
    return code === 0
      ? { ok: true, bundle: name, programs: [{ name, path: name }] }
      : refused(firstLine(stderr));
  } catch (error) {
    // Such as a machine without Go.
    return refused(error instanceof Error ? error.message : String(error));
  }
};

/** The pinned modules of tools that Go compiles, each checked against its sum; what they need is checked by their own sums. */
export const goSource = ({ go = "go" }: GoSourceOptions = {}): FetchSource => ({
  origin: "source",
  has: (name) => knownTools[name].goModule !== undefined,
  fetch: (name, folder, watch) => fetchModule(go, name, folder, watch),
});
