import { styleText } from "node:util";
import { exitCodes } from "../command-line.ts";
import type { ExitCode } from "../command-line.ts";
import { explainHint, problemList } from "../problem-list.ts";
import type { BuildOutcome } from "./build.ts";
import type { Change } from "./plan.ts";

/** What a build reports, on which stream, and the exit code of the command. */
export interface Report {
  readonly stream: "stdout" | "stderr";
  readonly text: string;
  readonly exitCode: ExitCode;
}

/** Puts the outcome in words; the time is in milliseconds. */
export function reportOutcome(outcome: BuildOutcome, time: number): Report {
  switch (outcome.kind) {
    case "refused":
      return failed(
        problemList(outcome.problems, "out/ is untouched", process.stderr) + explainHint(outcome.problems),
      );
    case "half-written":
      return failed(problemList(outcome.problems, "out/ is half written: build again", process.stderr));
    case "written":
      return succeeded(describeChanges(outcome.changes, outcome.fileCount, time));
    case "checked":
      return reportCheck(outcome, time);
  }
}

function failed(text: string): Report {
  return { stream: "stderr", text, exitCode: exitCodes.problem };
}

function succeeded(text: string): Report {
  return { stream: "stdout", text, exitCode: exitCodes.success };
}

function describeChanges(changes: readonly Change[], fileCount: number, time: number): string {
  const colours = { new: "green", changed: "yellow", deleted: "red" } as const;
  const lines = changes.map(
    ({ kind, path }) =>
      `  ${styleText(colours[kind], kind.padEnd("changed".length), { stream: process.stdout })}  out/${path}\n`,
  );
  const counts = (["new", "changed", "deleted"] as const).flatMap((kind) =>
    countOf(changes.filter((change) => change.kind === kind).length, kind),
  );
  const summary = counts.length > 0 ? counts : ["nothing changed"];
  return `${lines.join("")}out/: ${[`${fileCount} files`, ...summary, `${time} ms`].join(", ")}\n`;
}

const checkWords = { new: "missing", changed: "stale", deleted: "surplus" } as const;

function reportCheck(outcome: Extract<BuildOutcome, { kind: "checked" }>, time: number): Report {
  const { problems, leftovers, paths } = outcome;
  const findings = [
    ...outcome.changes.map(({ kind, path }) => ({ word: checkWords[kind], path })),
    ...leftovers.map((path) => ({ word: "surplus" as const, path })),
  ];
  if (findings.length === 0 && problems.length === 0) {
    return succeeded(`out/ is fresh: ${paths.length} files, ${time} ms\n`);
  }
  const lines = findings.map(({ word, path }) => `  ${word.padEnd("surplus".length)}  out/${path}\n`);
  const counts = (["missing", "stale", "surplus"] as const).flatMap((word) =>
    countOf(findings.filter((finding) => finding.word === word).length, word),
  );
  const stale = `out/ is stale: ${counts.join(", ")}, ${time} ms; "signalbox build" fixes it\n`;
  return failed(
    (problems.length > 0 ? problemList(problems, "nothing was written", process.stderr) : "") +
      (findings.length > 0 ? lines.join("") + stale : ""),
  );
}

function countOf(count: number, word: string): string[] {
  return count > 0 ? [`${count} ${word}`] : [];
}
