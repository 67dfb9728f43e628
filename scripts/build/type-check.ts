import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { Problem } from "../../generators/problem.ts";
import { nameIn, type Project } from "../project/project.ts";
import { keptRun, type KeptRun, type KeptRunOptions } from "./compiler/kept-run.ts";
import type { CompilerRun } from "./compiler/run-compiler.ts";
import { allOf, type FileReader } from "./type-errors/compiler-error.ts";
import { withoutConsequences, type Reported } from "./type-errors/consequences.ts";
import { explainError } from "./type-errors/explain.ts";

export const configName = "tsconfig.json";

/**
 * What the TypeScript compiler has against the definitions, under the project's own configuration: what it accepts on the
 * command line and in the editor is what the build accepts.
 *
 * It is a process of its own, to be started first: it works while the definitions are loaded and compiled.
 */
export async function checkedTypes(project: Project, options?: KeptRunOptions): Promise<CheckedTypes> {
  const config = nearestConfig(project, dirname(project.definitions));
  if (config === undefined) return { problems: [withoutConfig] };
  const { code, output, ...known } = await keptRun(project, config, options);
  return { problems: problemsIn({ code, output }, project, config), ...known };
}

/** What the compiler has against the definitions, and what it has read for that. */
export interface CheckedTypes extends Pick<KeptRun, "reads" | "isSettled"> {
  readonly problems: readonly Problem[];
}

function problemsIn({ code, output }: CompilerRun, project: Project, config: string): Problem[] {
  const problems = parseCompilerOutput(output, nameIn(project, config), (file) => {
    const path = join(project.root, file);
    return existsSync(path) ? readFileSync(path, "utf8") : undefined;
  });
  if (code !== 0 && problems.length === 0) throw new Error(`the TypeScript compiler failed:\n${output}`);
  return problems.some(isOfOtherConfig)
    ? [otherConfig(nameIn(project, config)), ...problems.filter(isOfFile)]
    : withOneOfModules(problems);
}

/** In a package of CommonJS every import is a mistake, and all of them have one fix. */
function withOneOfModules(problems: readonly Problem[]): Problem[] {
  const others = problems.filter(({ message }) => !isOfCommonJs.test(message));
  return others.length === problems.length ? others : [noModules, ...others];
}

/** What the compiler says of modules in CommonJS, under the options that definitions have. */
const isOfCommonJs = /\[TS12(?:86|87|93|95)\]$/;

const noModules: Problem = {
  check: "definitions-compile",
  place: { file: "package.json", line: 1 },
  message: "package.json does not say that the project's files are modules",
  fix: 'add "type": "module"',
};

/** What the compiler says of an import that ends in .ts, where nothing allows it. */
const isOfOtherConfig = ({ message }: Problem): boolean => message.endsWith("[TS5097]");

/** That the file to extend is not there. */
const isOfFile = ({ message }: Problem): boolean => message.endsWith("[TS6053]");

/** Under another configuration nearly each line of the definitions is a mistake. */
const otherConfig = (file: string): Problem => ({
  check: "definitions-compile",
  place: { file, line: 1 },
  message: `${file} does not extend the configuration that definitions are written for`,
  fix: 'add "extends": "signalbox/tsconfig.json"',
});

/** The configuration that is in force for a folder of the project. */
export function nearestConfig(project: Project, folder: string): string | undefined {
  const config = join(folder, configName);
  if (existsSync(config)) return config;
  return relative(project.root, folder) === "" ? undefined : nearestConfig(project, dirname(folder));
}

const withoutConfig: Problem = {
  check: "definitions-compile",
  place: { file: configName, line: 1 },
  message: `the project has no ${configName}, so the compiler does not know how to read the definitions`,
  fix: `create one: { "extends": "signalbox/tsconfig.json", "include": ["definitions"] }`,
};

/**
 * Each error begins with `file(line,column): error TS…:`; the lines that explain it are indented. One without a place is
 * about the configuration.
 */
export function parseCompilerOutput(
  output: string,
  configFile: string,
  read: FileReader = () => undefined,
): Problem[] {
  const reported: Reported[] = [];
  for (const [
    ,
    file = configFile,
    line = "1",
    column = "1",
    code = "",
    first = "",
    more = "",
  ] of output.matchAll(/^(?:(\S[^(\n]*)\((\d+),(\d+)\): )?error (TS\d+): (.*)((?:\n +.*)*)/gm)) {
    const place = { file: file.replaceAll("\\", "/"), line: Number(line) };
    const rest = more.split("\n").filter((text) => text !== "");
    const around = textAround(read(place.file) ?? "", place.line, Number(column));
    const error = { code, first, rest, ...around, file: place.file, read };
    const explained = explainError(error);
    const text = explained.message ?? [first, ...rest].join("\n  ");
    const problem = {
      check: "definitions-compile",
      place: explained.place ?? place,
      message: `${text} [${code}]`,
      fix: explained.fix,
    };
    reported.push({ error, problem });
  }
  return onceEach(withoutConsequences(reported).map(({ problem }) => problem));
}

function textAround(
  text: string,
  line: number,
  column: number,
): { readonly before: string; readonly after: string } {
  const lines = text.split("\n");
  const start = lines.slice(0, line - 1).reduce((length, one) => length + one.length + 1, 0) + column - 1;
  return { before: text.slice(0, start), after: text.slice(start) };
}

/** The same mistake at several lines of a file is one problem, at the first of them; so is what follows from another one. */
function onceEach(problems: readonly Problem[]): Problem[] {
  const operators = problems.filter(({ message }) => message.endsWith("[TS2365]"));
  const followsFrom = ({ message, place }: Problem) =>
    /^Type 'boolean' is not assignable/.test(message) &&
    operators.some((one) => one.place.file === place.file && one.place.line === place.line);
  const alike = new Map<string, Problem[]>();
  for (const problem of problems) {
    if (followsFrom(problem)) continue;
    // Of one mistake the compiler may have several codes.
    const key = [problem.place.file, problem.message.replace(/ \[TS\d+\]$/, ""), problem.fix].join("\n");
    alike.set(key, [...(alike.get(key) ?? []), problem]);
  }
  return [...alike.values()].flatMap(([first, ...others]) => (first ? [withOtherLines(first, others)] : []));
}

function withOtherLines(problem: Problem, others: readonly Problem[]): Problem {
  const lines = [...new Set(others.map(({ place }) => place.line))].filter(
    (line) => line !== problem.place.line,
  );
  if (lines.length === 0) return problem;
  const fix = `${problem.fix}; also in line${lines.length > 1 ? "s" : ""} ${allOf(lines.map(String))}`;
  return { ...problem, fix };
}
