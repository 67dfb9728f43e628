import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Trial } from "./in-turn.ts";

/** A folder of rules and dashboards in Jsonnet, with what it imports in vendor/, such as kubernetes-mixin. */
export interface Mixin {
  readonly folder: string;
  /** Where it is rendered to. */
  readonly out: string;
}

/** Programs that render it, by the names that they are installed under. */
export const renderers: readonly string[] = ["jrsonnet", "jsonnet"];

/** What `make generate` of a mixin starts: one for its alerts, one for its recordings, one for its dashboards. */
const script = `
"$0" -J vendor -S -e 'std.manifestYamlDoc((import "mixin.libsonnet").prometheusAlerts)' > "$1/alerts.yaml"
"$0" -J vendor -S -e 'std.manifestYamlDoc((import "mixin.libsonnet").prometheusRules)' > "$1/rules.yaml"
"$0" -J vendor -m "$1" -e '(import "mixin.libsonnet").grafanaDashboards' > "$1/dashboards.txt"
`;

/** Rendering the mixin with each of these programs; left out: with those that this machine has. */
export function mixinTrials({ folder, out }: Mixin, programs = renderers.filter(isInstalled)): Trial[] {
  if (!existsSync(join(folder, "mixin.libsonnet"))) throw new Error(`${folder} has no mixin.libsonnet`);
  mkdirSync(out, { recursive: true });
  return programs.map((program) => ({
    name: program,
    start: { program: "bash", args: ["-ec", script, program, out], folder },
  }));
}

/** How many rules were rendered. */
export function rulesOfMixin({ out }: Mixin): number {
  const texts = ["alerts.yaml", "rules.yaml"].map((name) => readFileSync(join(out, name), "utf8"));
  // The printer of Jsonnet writes keys in quotes.
  return texts.join("\n").match(/^[ -]*"(?:alert|record)":/gm)?.length ?? 0;
}

function isInstalled(program: string): boolean {
  try {
    execFileSync(program, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
