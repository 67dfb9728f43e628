import { groupBy } from "../../generators/group-by.ts";
import { unsayable } from "../../generators/import/words/said.ts";
import type { Imported } from "../import/import-rules.ts";
import type { Inputs } from "../import/read-inputs.ts";
import { importReport } from "../import/report.ts";
import type { Said } from "../import/said.ts";

/** How much of other people's rules is said in words, is built, and is the same; and of the rest why not. */
export function figuresText(imported: Imported, { rules, remarks }: Inputs, isListed: boolean): string {
  const { words, allowed, differences } = imported;
  const alerts = rules.filter(({ kind }) => kind === "alert");
  const typed = words.rules.filter(({ expr }) => expr.kind === "words").map(({ rule }) => rule);
  const typedAlerts = typed.filter(({ kind }) => kind === "alert");
  const builtAlerts = words.rules.filter(({ rule }) => rule.kind === "alert").length;
  const report = importReport(imported, remarks);
  const lines = [
    `${rules.length} rules, ${remarks.length} could not be read`,
    share("built", words.rules.length, rules.length),
    share("typed", typed.length, rules.length),
    share("typed, of the alerts", typedAlerts.length, alerts.length),
    share(
      "the same trees, of those that are built",
      words.rules.length - differences.length,
      words.rules.length,
    ),
    share(
      "with a proposed scenario that passes, of the alerts that are built",
      proposedIn(imported),
      builtAlerts,
    ),
    "as text, because of:",
    ...counted(words.rules.flatMap(({ expr }) => (expr.kind === "text" ? unsayable[expr.why] : []))),
    "left out, because of:",
    ...counted(words.refused.map(({ reason }) => reasonKind(reason))),
    "found, and suppressed:",
    ...counted([...allowed.values()].flatMap((checks) => [...checks.keys()])),
  ];
  const listed = isListed
    ? [...report.asText, ...report.refused, ...report.differences, ...report.toSettle]
    : [];
  return [...lines, ...listed.map(lineOf)].map((line) => `${line}\n`).join("");
}

/** In what is written those are marked. */
function proposedIn({ files }: Imported): number {
  return files.reduce((count, { text }) => count + text.split("proposed: true").length - 1, 0);
}

export function share(what: string, count: number, all: number): string {
  const percent = all === 0 ? 0 : (100 * count) / all;
  return `  ${String(count).padStart(5)}  ${percent.toFixed(1).padStart(5)} %  ${what}`;
}

export function counted(names: readonly string[]): string[] {
  const groups = [...groupBy(names, (name) => name)].sort(([, a], [, b]) => b.length - a.length);
  return groups.map(([name, own]) => `  ${String(own.length).padStart(5)}  ${name}`);
}

/** Of a reason what is no name of a rule, a metric or a label. */
function reasonKind(reason: string): string {
  return reason
    .replace(/^(?:alert|recording) "[^"]*": (?:\d+:\d+: )?/, "")
    .replace(/(?:; |: another|: also)[^]*$/, "")
    .replace(/'[^']*'|"[^"]*"|\{[^}]*\}|\b\w+_\w+\b|\b[\w-]+:[\w:-]+\b/g, "…");
}

export function lineOf({ file, line, message }: Said): string {
  return `${file}:${line}: ${message}`;
}
