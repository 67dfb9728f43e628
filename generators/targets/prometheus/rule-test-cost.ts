import { dirname, join } from "node:path/posix";
import { durationInMs } from "../../language/duration.ts";
import type { Files } from "../../output.ts";

/** What promtool takes for a group and for a rule at a step, in milliseconds of one processor. */
const msOfGroup = 6.5;
const msOfEvaluation = 0.04;
/** A busy machine makes everything a few times slower, and some functions are slower than others; this is beyond both. */
const timesSlower = 50;
/** Whatever it does: a start takes a thirtieth of a second. */
const leastMs = 10_000;

/** How much of a processor's time promtool may take for a test file: many times what it should, and more for a longer one. */
export function cpuLimitOf(path: string, files: Files): number {
  const text = files[path] ?? "";
  const groups = (text.match(/^ {2}- name: /gm) ?? []).length;
  const steps = groups * (longestMs(text) / stepMs(text));
  const rules = ruleFilesOf(files, path).reduce((sum, file) => sum + ruleCount(files[file] ?? ""), 0);
  return cpuLimitFor([{ groups, evaluations: steps * rules }]);
}

/** What promtool has to do for some tests. */
export interface RuleTestWork {
  readonly groups: number;
  /** Of a rule at a step. */
  readonly evaluations: number;
}

/** How much of a processor's time one call of promtool may take for all of this. */
export function cpuLimitFor(work: readonly RuleTestWork[]): number {
  const usualMs = work.map(({ groups, evaluations }) => groups * msOfGroup + evaluations * msOfEvaluation);
  return Math.round(leastMs + timesSlower * usualMs.reduce((sum, ms) => sum + ms, 0));
}

/** The paths of the rule files that a test file lists. */
export function ruleFilesOf(files: Files, path: string): string[] {
  const [, list = ""] = /^rule_files:\n((?: +- .*\n)*)/m.exec(files[path] ?? "") ?? [];
  return [...list.matchAll(/^ +- "?([^"\n]+?)"?$/gm)].map(([, file = ""]) => join(dirname(path), file));
}

function longestMs(text: string): number {
  const moments = [...text.matchAll(/\beval_time: (\w+)/g)].map(([, time = ""]) => durationInMs(time) ?? 0);
  return Math.max(0, ...moments);
}

function stepMs(text: string): number {
  const [, step = ""] = /^evaluation_interval: (\w+)/m.exec(text) ?? [];
  return durationInMs(step) || 1000;
}

function ruleCount(text: string): number {
  return (text.match(/^ *- (?:alert|record): /gm) ?? []).length;
}
