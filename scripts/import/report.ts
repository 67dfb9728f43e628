import type { Remark } from "../../generators/import/input/input-rule.ts";
import type { Problem } from "../../generators/problem.ts";
import { boardsSaid } from "./dashboards/boards-said.ts";
import type { Imported } from "./import-rules.ts";
import { type Said, saidAt } from "./said.ts";
import type { WordedRule } from "./worded-rule.ts";

/** What is said of an import, the same as text and as JSON. */
export interface ImportReport {
  readonly files: readonly string[];
  readonly rules: number;
  /** Those whose expressions are typed words. */
  readonly typed: number;
  /** Those that are text, each with why. */
  readonly asText: readonly Said[];
  /** Those that are left out, each with why. */
  readonly refused: readonly Said[];
  /** What was found of the input: it is imported as it is. */
  readonly found: readonly Said[];
  /** In which what was built is another rule than what was read: there should be none. */
  readonly differences: readonly Said[];
  readonly panels: number;
  /** Panels that stay Grafana's JSON, each with why. */
  readonly asJson: readonly Said[];
  /** Looks of panels that no word has. */
  readonly lost: readonly Said[];
  /** What the build will ask for beside what is left open. */
  readonly toSettle: readonly Said[];
}

export function importReport(imported: Imported, remarks: readonly Remark[]): ImportReport {
  const { files, words, allowed, differences, problems } = imported;
  const boards = boardsSaid(imported.boards);
  const texts = words.rules.filter(({ expr }) => expr.kind === "text");
  return {
    files: files.map(({ kind, path }) => `${kind} ${path}`),
    rules: words.rules.length,
    typed: words.rules.length - texts.length,
    asText: texts.map(textSaid),
    refused: words.refused.map(({ rule, reason }) => saidAt(rule.place, `${rule.name}: ${reason}`)),
    found: [
      ...remarks.map(({ place, message }) => saidAt(place, message)),
      ...[...allowed].flatMap(([rule, checks]) =>
        [...checks].flatMap(([check, reason]) =>
          ofImport.has(check)
            ? []
            : [saidAt(rule.place, `${rule.name} ${reason.replace(/^as it was imported: /, "")} (${check})`)],
        ),
      ),
      ...boards.found,
    ],
    differences: [
      ...differences.map(({ rule, what, was, is }) =>
        saidAt(rule.place, `${rule.name}: ${what} was ${was || "nothing"}, and is ${is || "nothing"}`),
      ),
      ...boards.differences,
    ],
    panels: imported.boards.panels,
    ...{ asJson: boards.asJson, lost: boards.lost },
    toSettle: problems.map(problemSaid),
  };
}

/** What follows from what was imported, and not: nothing is wrong with it. */
const ofImport: ReadonlySet<string> = new Set(["alerts-have-a-panel", "recordings-are-used"]);

function textSaid({ rule, expr }: WordedRule): Said {
  return saidAt(rule.place, `${rule.name}: ${expr.kind === "text" ? expr.reason : ""}`);
}

function problemSaid({ place, message, check }: Problem): Said {
  return saidAt(place, `${message.split("\n")[0] ?? message} (${check})`);
}

/** For a person, what matters most at the end. */
export function reportText(report: ImportReport): string {
  const { files, rules, typed, asText, refused, found, differences, toSettle, ...ofBoards } = report;
  const { panels, asJson, lost } = ofBoards;
  const parts = [
    files.map((file) => `  ${file}\n`).join(""),
    rules === 0 && panels > 0 ? "" : `${counted(rules, "rule")}, ${typed} of them in typed words.\n`,
    panels === 0 ? "" : `${counted(panels, "panel")}, ${panels - asJson.length} of them in words.\n`,
    listedUnder("As Grafana's JSON, because there are no words for it:", asJson),
    listedUnder(
      "Left out of dashboards, or as the language has it, because there are no words for it:",
      lost,
    ),
    listedUnder("As PromQL in a text, because there are no words for it:", asText),
    listedUnder("Left out:", refused),
    listedUnder("Found in what was imported, and written as it is, with the check suppressed:", found),
    listedUnder("The build will ask for this as well:", toSettle),
    listedUnder(
      panels === 0 ? "Other rules than those that were read:" : "Other than what was read:",
      differences,
    ),
  ];
  return parts.filter((part) => part !== "").join("\n");
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function listedUnder(title: string, said: readonly Said[]): string {
  if (said.length === 0) return "";
  return `${title}\n${said.map(({ file, line, message }) => `  ${file}:${line}: ${message}\n`).join("")}`;
}
