import type { ExporterName } from "../../generators/jobs/job.ts";
import { lookForTools, type MissingTool, type Tool, type ToolName } from "../tools/find-tool.ts";

/** The programs that the stack is started from. */
export interface StackTools {
  readonly prometheus: Tool;
  readonly alertmanager: Tool;
  /** Undefined: no job is a probe. */
  readonly blackbox: Tool | undefined;
  /** Undefined: no job is asked through it, or it cannot be had, and the simulator answers in its place. */
  readonly jsonExporter: Tool | undefined;
}

export type StackToolSearch =
  | { readonly tools: StackTools; readonly missing: readonly MissingTool[] }
  | { readonly tools: undefined; readonly missing: readonly MissingTool[] };

const programOf: Readonly<Record<ExporterName, ToolName>> = {
  "blackbox-exporter": "blackbox_exporter",
  "json-exporter": "json_exporter",
};

/** Finds the programs; without the JSON exporter the stack can do, without one of the others it cannot. */
export async function findStackTools(exporters: readonly ExporterName[]): Promise<StackToolSearch> {
  const missing: MissingTool[] = [];
  const programs = exporters.map((name) => programOf[name]);
  const searches = lookForTools(["prometheus", "alertmanager", ...programs]);
  const find = async (name: ToolName): Promise<Tool | undefined> => {
    const search = await searches.get(name);
    if (search?.found) return search.tool;
    if (search) missing.push(search.missing);
    return undefined;
  };
  const prometheus = await find("prometheus");
  const alertmanager = await find("alertmanager");
  const blackbox = await find("blackbox_exporter");
  const jsonExporter = await find("json_exporter");
  return prometheus && alertmanager && (blackbox || !exporters.includes("blackbox-exporter"))
    ? { tools: { prometheus, alertmanager, blackbox, jsonExporter }, missing }
    : { tools: undefined, missing };
}
