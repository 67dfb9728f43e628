import type { ExporterName } from "../simulate/exporters-of.ts";
import { lookForTool, type MissingTool, type Tool } from "../tools/find-tool.ts";

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

/**
 * Finds the programs; without the JSON exporter the stack can do, without one of the others it cannot.
 *
 * @param exporters those that are needed; left out: all of them
 */
export async function findStackTools(
  exporters: readonly ExporterName[] = ["blackbox-exporter", "json-exporter"],
): Promise<StackToolSearch> {
  const missing: MissingTool[] = [];
  const find = async (name: Tool["name"]): Promise<Tool | undefined> => {
    const search = await lookForTool(name);
    if (search.found) return search.tool;
    missing.push(search.missing);
    return undefined;
  };
  // One after the other: each may have to be fetched, and says so.
  const prometheus = await find("prometheus");
  const alertmanager = await find("alertmanager");
  const isProbing = exporters.includes("blackbox-exporter");
  const blackbox = isProbing ? await find("blackbox_exporter") : undefined;
  const jsonExporter = exporters.includes("json-exporter") ? await find("json_exporter") : undefined;
  return prometheus && alertmanager && (blackbox || !isProbing)
    ? { tools: { prometheus, alertmanager, blackbox, jsonExporter }, missing }
    : { tools: undefined, missing };
}
