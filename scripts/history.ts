import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { canonicalText } from "../generators/promql/canonical.ts";
import type { ReviewedExpression } from "../generators/review/version.ts";
import { commandOfWord, exitCodes, refuseUse, type ExitCode } from "./command-line.ts";
import { versionOfFolder } from "./diff/version-of-folder.ts";
import { changedBetween, type ChangedAlert } from "./history/of-moment.ts";
import { sharesText } from "./history/shares.ts";

const historyCommand = commandOfWord({
  name: "history",
  summary: "Compares each moment of a history of plain rules with the one before, and counts what is said.",
  word: "FOLDER",
  wordHelp: `FOLDER holds a folder of rules for each moment, in the order of their names. Every claim is tried on random series by promtool: it
exits with 3 where one is contradicted.`,
  options: { list: { type: "boolean", help: "print each changed expression too, with what is said of it" } },
  run: replay,
});

void historyCommand.run(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});

async function replay(
  folder: string | undefined,
  { list = false }: { readonly list?: boolean },
): Promise<ExitCode> {
  if (folder === undefined || !existsSync(folder))
    return refuseUse("history", folder === undefined ? "Say which folder." : `There is no folder ${folder}.`);
  const moments = readdirSync(folder).sort();
  const changed: ChangedAlert[] = [];
  const contradictions: string[] = [];
  let base = versionOfFolder(join(folder, moments[0] ?? ""));
  for (const moment of moments.slice(1)) {
    const head = versionOfFolder(join(folder, moment));
    const found = await changedBetween(base, head);
    if (found.complaint !== undefined) return complain(found.complaint);
    changed.push(...found.changed);
    contradictions.push(...found.contradictions.map((one) => `${moment}: ${one}`));
    if (list) process.stdout.write(found.changed.map((one) => listedText(moment, one)).join(""));
    base = head;
  }
  process.stdout.write(`${moments.length} moments, ${sharesText(changed)}`);
  if (contradictions.length === 0) return exitCodes.success;
  process.stderr.write(contradictions.map((one) => `${one}\n`).join(""));
  return exitCodes.contradiction;
}

function listedText(moment: string, { pair, class: name, why, sentences }: ChangedAlert): string {
  const lines = [
    `${moment} ${pair.head.name}: ${name}${why === undefined ? "" : ` (${why})`}`,
    ...sentences.map((one) => `  ${one}`),
    `  was ${textOf(pair.base)}`,
    `  now ${textOf(pair.head)}`,
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function textOf({ node, expr }: ReviewedExpression): string {
  return node ? canonicalText(node) : expr;
}

function complain(complaint: string): ExitCode {
  process.stderr.write(`${complaint}\n`);
  return exitCodes.problem;
}
