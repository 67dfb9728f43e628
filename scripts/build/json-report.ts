import { exitCodes } from "../command-line.ts";
import { jsonText, problemsAsData } from "../json-problems.ts";
import type { BuildOutcome } from "./build.ts";
import type { Report } from "./report.ts";

/** The outcome for a program, always on stdout: what became of out/, each file that is not as it was, and what is wrong. */
export function jsonOutcome(outcome: BuildOutcome): Report {
  const { exitCode, ...said } = answer(outcome);
  return { stream: "stdout", text: jsonText(said), exitCode: exitCodes[exitCode] };
}

function answer(outcome: BuildOutcome) {
  switch (outcome.kind) {
    case "refused":
    case "half-written":
      return {
        outcome: outcome.kind,
        problems: problemsAsData(outcome.problems),
        exitCode: "problem",
      } as const;
    case "written": {
      const { fileCount: files, changes } = outcome;
      return {
        outcome: "written",
        files,
        changes: changes.map(asData),
        problems: [],
        exitCode: "success",
      } as const;
    }
    case "checked":
      return checked(outcome);
  }
}

function checked({ paths, changes, leftovers, problems }: Extract<BuildOutcome, { kind: "checked" }>) {
  const found = [
    ...changes.map(asData),
    ...leftovers.map((path) => ({ kind: "surplus", path: `out/${path}` })),
  ];
  const isFresh = found.length === 0 && problems.length === 0;
  return {
    outcome: isFresh ? "fresh" : "stale",
    files: paths.length,
    changes: found,
    problems: problemsAsData(problems),
    exitCode: isFresh ? "success" : "problem",
  } as const;
}

function asData({ kind, path }: { readonly kind: string; readonly path: string }) {
  return { kind, path: `out/${path}` };
}
