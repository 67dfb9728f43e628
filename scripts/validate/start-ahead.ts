import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Files } from "../../generators/output.ts";
import { ruleTests } from "../../generators/targets/prometheus/validators/rule-tests.ts";
import { manifestPath } from "../build/manifest.ts";
import type { Known } from "./known.ts";
import { filesOfRule } from "./only-rule.ts";
import type { LookForTools } from "./run-validators.ts";
import { answersTo } from "./runners/program.ts";

/**
 * Makes the calls that take longest, on what is in out/ now. What they say counts where they are asked for later, which is by
 * everything that they depend on.
 */
export function startAhead(outFolder: string, { lookFor, known, rule }: AheadOptions): void {
  const all = filesOf(outFolder);
  const files = rule === undefined ? all : filesOfRule(all, rule);
  const paths = Object.keys(files).filter(ruleTests.covers).sort();
  const calls = ruleTests.ahead?.({ paths, files }) ?? [];
  if (calls.length === 0) return;
  const search = lookFor([ruleTests.program]).get(ruleTests.program);
  const started = search?.then((one) =>
    one.found ? answersTo(calls, { paths, files, outFolder }, one.tool, known) : [],
  );
  // What goes wrong is said to whoever asks the same later.
  started?.catch(() => {});
}

interface AheadOptions {
  readonly lookFor: LookForTools;
  readonly known: Known;
  /** Only this rule. */
  readonly rule: string | undefined;
}

/** What the last build has written; nothing where there was none. */
function filesOf(outFolder: string): Files {
  try {
    const paths = readFileSync(join(outFolder, manifestPath), "utf8").split("\n").filter(ruleTests.covers);
    return Object.fromEntries(paths.map((path) => [path, readFileSync(join(outFolder, path), "utf8")]));
  } catch {
    return {};
  }
}
