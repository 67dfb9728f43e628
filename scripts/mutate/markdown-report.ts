import { whatToAdd } from "../../generators/mutation/mutants.ts";
import {
  percentText,
  percentKilled,
  resultsBy,
  scoreOf,
  type MutantResult,
  type TriedMutant,
  type Score,
} from "../../generators/mutation/results.ts";
import { bulletList, escapeMarkdown, heading, inlineCode, table } from "../../generators/text/markdown.ts";
import type { Scope } from "./report.ts";

/** The report for people: what nobody would notice first, then the scores. */
export function markdownReport(
  results: readonly MutantResult<TriedMutant>[],
  untried: number,
  scope: Scope,
): string {
  const survivors = results.filter(({ outcome }) => outcome === "survived");
  const waived = results.filter(({ outcome }) => outcome === "waived");
  const score = scoreOf(results);
  const seconds = (scope.milliseconds / 1000).toFixed(1);
  const blocks = [
    heading(1, "Mutations"),
    escapeMarkdown(
      `Of ${scope.what}: ${score.mutants} mutants, ${score.killed} killed, ${score.survived} survived, ` +
        `${score.waived} waived (${percentText(score.mutants === 0 ? 0 : score.waived / score.mutants)}), in ${seconds} s.`,
    ),
    ...(untried === 0 ? [] : [`It was stopped early: ${untried} more mutants were not tried.`]),
    heading(2, "Survivors"),
    survivors.length === 0 ? "None: the tests notice every mutant." : bulletList(survivors.map(survivorItem)),
    heading(2, "Waived"),
    waived.length === 0 ? "None." : bulletList(waived.map(waivedItem)),
    ...(scope.untested.length === 0
      ? []
      : [heading(2, "Without a test, as allowed"), bulletList(scope.untested.map(inlineCode))]),
    heading(2, "Services"),
    scoreTable("Service", resultsBy(results, "service")),
    heading(2, "Rules"),
    scoreTable("Rule", resultsBy(results, "name")),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function survivorItem({ mutant }: MutantResult<TriedMutant>): string {
  const { rule, what, id } = mutant;
  const place = inlineCode(`${rule.place.file}:${rule.place.line}`);
  return `${place} ${inlineCode(rule.name)}: ${escapeMarkdown(what)} (${inlineCode(id)})\n${escapeMarkdown(whatToAdd(mutant))}`;
}

function waivedItem({ mutant, reason = "" }: MutantResult<TriedMutant>): string {
  return `${inlineCode(mutant.rule.name)} ${inlineCode(mutant.id)}: ${escapeMarkdown(reason)}`;
}

function scoreTable(what: string, groups: ReadonlyMap<string, readonly MutantResult<TriedMutant>[]>): string {
  const rows = [...groups].map(([name, results]) => [inlineCode(name), ...cells(scoreOf(results))]);
  return table([what, "Mutants", "Killed", "Survived", "Waived", "Score"], rows);
}

function cells(score: Score): string[] {
  const { mutants, killed, survived, waived } = score;
  return [...[mutants, killed, survived, waived].map(String), percentKilled(score)];
}
