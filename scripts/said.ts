import type { Problem } from "../generators/problem.ts";
import { problemsAsData } from "./json-problems.ts";
import { problemList } from "./problem-list.ts";

/** What a command says while it runs: to a person its text, to a program its facts. */
export interface Said {
  readonly event: string;
  readonly [fact: string]: unknown;
}

/** How a command that goes on running says what happens, one thing after the other. */
export interface Speech {
  readonly say: (text: string, facts: Said) => void;
  /** What it cannot go on with; a program is told so on stdout too, and reads one stream. */
  readonly complain: (text: string, facts: Said) => void;
}

const toPerson: Speech = {
  say: (text) => void process.stdout.write(text),
  complain: (text) => void process.stderr.write(text),
};

/** One line each, so that a program can read along. */
const line = (_: string, facts: Said) => void process.stdout.write(`${JSON.stringify(facts)}\n`);
const toProgram: Speech = { say: line, complain: line };

export function speechFor({ json = false }: { readonly json?: boolean }): Speech {
  return json ? toProgram : toPerson;
}

/** What is wrong with the definitions, and what therefore does not happen. */
export function complainOf(
  { complain }: Speech,
  problems: readonly Problem[],
  consequence: string,
  named: (text: string) => string = (text) => text,
): void {
  complain(named(problemList(problems, consequence, process.stderr)), {
    event: "refused",
    problems: problemsAsData(problems),
  });
}
