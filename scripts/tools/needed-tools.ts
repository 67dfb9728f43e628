import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { functions } from "../../generators/promql/functions.ts";
import type { FunctionRow } from "../../generators/promql/function-row.ts";
import { knownTools } from "./known-tools.ts";
import type { ToolName } from "./tool.ts";
import { isAtLeast } from "./version.ts";

/** The oldest version of a tool that will do, and what it is for. */
export type Needed = { readonly minimum: string; readonly reason: string };

/** What is needed of some tools beyond what all projects need. */
export type NeededTools = Readonly<Partial<Record<ToolName, Needed>>>;

/** What is needed of a tool: always, or for these definitions, whichever is newer. */
export const neededOf = (name: ToolName, needed: NeededTools = {}): Needed => {
  const { minimum, minimumReason: reason } = knownTools[name];
  const here = needed[name];
  return here && isAtLeast(here.minimum, minimum) ? here : { minimum, reason };
};

/** What rules that are deployed need of promtool, by the functions that they call; nothing where they cannot be read. */
export const neededByRules = (out: string): NeededTools => {
  const texts = ruleFilesIn(join(out, "prometheus")).map((file) => readFileSync(file, "utf8"));
  const rows: readonly (readonly [string, FunctionRow])[] = Object.entries(functions);
  const called = rows.flatMap(([name, { since }]) =>
    since !== undefined && texts.some((text) => new RegExp(`\\b${name}\\(`).test(text))
      ? [{ name, since }]
      : [],
  );
  const [newest] = called.sort((a, b) => (isAtLeast(a.since, b.since) ? -1 : 1));
  if (!newest) return {};
  return {
    promtool: {
      minimum: newest.since,
      reason: `it works out ${newest.name}() as the deployed Prometheus does`,
    },
  };
};

const ruleFilesIn = (folder: string): readonly string[] => {
  try {
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
    return names
      .filter((name) => name.endsWith(".yml") && !/\btests\b/.test(name))
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
};
