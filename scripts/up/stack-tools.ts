import type { Model } from "../../generators/model/model.ts";
import { lookForTools, type MissingTool, type Tool, type ToolName } from "../tools/find-tool.ts";

/** The programs that the stack is started from. */
export interface StackTools {
  readonly prometheus: Tool;
  readonly alertmanager: Tool;
  /** Undefined: none is deployed. */
  readonly blackbox: Tool | undefined;
  /** Undefined: none is deployed, or it cannot be had, and the simulator answers in its place. */
  readonly jsonExporter: Tool | undefined;
}

export type StackToolSearch =
  | { readonly tools: StackTools; readonly missing: readonly MissingTool[] }
  | { readonly tools: undefined; readonly missing: readonly MissingTool[] };

/** Finds the programs that are deployed; without the JSON exporter the stack can do, without one of the others it cannot. */
export async function findStackTools({ platform }: Pick<Model, "platform">): Promise<StackToolSearch> {
  const { containers } = platform.deploy;
  const missing: MissingTool[] = [];
  const searches = lookForTools(["prometheus", "alertmanager", "blackbox_exporter", "json_exporter"]);
  const find = async (name: ToolName): Promise<Tool | undefined> => {
    const search = await searches.get(name);
    if (search?.found) return search.tool;
    if (search) missing.push(search.missing);
    return undefined;
  };
  const prometheus = await find("prometheus");
  const alertmanager = await find("alertmanager");
  const blackbox = containers["blackbox-exporter"] && (await find("blackbox_exporter"));
  const jsonExporter = containers["json-exporter"] && (await find("json_exporter"));
  return prometheus && alertmanager && (blackbox || !containers["blackbox-exporter"])
    ? { tools: { prometheus, alertmanager, blackbox, jsonExporter }, missing }
    : { tools: undefined, missing };
}
