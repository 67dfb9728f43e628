import { parseArgs } from "node:util";
import { suggestion } from "../generators/text/suggestion.ts";
import { jsonProblems } from "./json-problems.ts";
import { problemList } from "./problem-list.ts";
import { findProject } from "./project/find-project.ts";
import type { Project } from "./project/project.ts";

/**
 * What a command's exit code says: done; a problem of the user's; wrong use of the command; a mistake of the engine that it noticed itself;
 * found what somebody said to fail on.
 */
export const exitCodes = { success: 0, problem: 1, wrongUse: 2, contradiction: 3, failOn: 10 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export interface CommandOption {
  readonly type: "boolean" | "string";
  /** One letter: `w` for `-w`. */
  readonly short?: string;
  /** For an option of type string: what stands for its value in the help, in capitals. */
  readonly value?: string;
  readonly help: string;
}

type Options = Readonly<Record<string, CommandOption>>;

export type OptionValues<O extends Options> = {
  readonly [Name in keyof O]?: O[Name]["type"] extends "boolean" ? boolean : string;
};

export interface CommandDefinition<O extends Options> {
  /** `build` for `signalbox build`, and for the script of that name in package.json. */
  readonly name: string;
  /** What it does, in one sentence. */
  readonly summary: string;
  readonly options: O;
  /** The words that may stand beside the options, as the usage shows them: `<service|alert> <name>`. Left out: none. */
  readonly words?: string;
  /** Of the options, those that go with these words, for their help. Left out: all. */
  readonly optionsFor?: (words: readonly string[]) => readonly string[];
  /** What is wrong with words, or with options that are right one by one; left out: nothing can be. */
  readonly complaint?: (options: OptionValues<O>, words: readonly string[]) => string | undefined;
  readonly run: (options: OptionValues<O>, project: Project, words: readonly string[]) => Promise<ExitCode>;
}

/** A command that works anywhere, and may be given one word beside its options. */
export interface WordDefinition<O extends Options> {
  readonly name: string;
  readonly summary: string;
  /** What the word stands for, in capitals. */
  readonly word: string;
  /** What comes of it, and what without it. */
  readonly wordHelp: string;
  readonly options: O;
  readonly run: (word: string | undefined, options: OptionValues<O>) => Promise<ExitCode>;
}

export interface Command {
  readonly name: string;
  readonly summary: string;
  /**
   * Reads the arguments, answers `--help` and wrong use itself, and otherwise runs in the project of the working directory.
   *
   * @returns the exit code; the caller sets `process.exitCode`, so that what was printed is not cut off
   */
  readonly run: (args: readonly string[]) => Promise<ExitCode>;
  /** What is wrong with arguments, without running anything; undefined where nothing is. */
  readonly complaint: (args: readonly string[]) => string | undefined;
}

export function command<const O extends Options>(definition: CommandDefinition<O>): Command {
  const { words, run } = definition;
  return commandThat(
    {
      ...definition,
      usage: words === undefined ? "[options]" : `${words} [options]`,
      takesWords: words !== undefined,
    },
    async (options, given) => {
      const search = await findProject(process.cwd());
      if ("project" in search) return run(options, search.project, given);
      if ("complaint" in search) process.stderr.write(`${search.complaint}\n`);
      else if (isForProgram(options)) process.stdout.write(jsonProblems(search.problems));
      else process.stderr.write(problemList(search.problems, "nothing was done", process.stderr));
      return exitCodes.problem;
    },
  );
}

function isForProgram(options: Readonly<Record<string, unknown>>): boolean {
  return options["json"] === true;
}

/** A command that needs no project: about the engine itself, or about a project that is not there yet. */
export function commandOfWord<const O extends Options>(definition: WordDefinition<O>): Command {
  const { word, wordHelp, options, run } = definition;
  return commandThat(
    {
      ...definition,
      usage: Object.keys(options).length > 0 ? `[${word}] [options]` : `[${word}]`,
      before: `${wordHelp}\n\n`,
      takesWords: true,
      complaint: (_, words) => (words.length > 1 ? `One ${word} at a time.` : undefined),
    },
    (values, [first]) => run(first, values),
  );
}

interface Reading<O extends Options> extends Help, Pick<CommandDefinition<O>, "complaint" | "optionsFor"> {
  readonly options: O;
  readonly takesWords: boolean;
}

function commandThat<O extends Options>(
  reading: Reading<O>,
  run: (options: OptionValues<O>, words: readonly string[]) => Promise<ExitCode>,
): Command {
  const { name, summary } = reading;
  return {
    name,
    summary,
    complaint: (args) => {
      const read = readArguments(reading, args);
      return typeof read === "string" ? read : undefined;
    },
    run: async (args) => {
      const read = readArguments(reading, args);
      if (typeof read === "string") return refuseUse(name, read);
      if (!read.help) return run(read.options, read.words);
      process.stdout.write(helpText({ ...reading, options: optionsShown(reading, read.words) }));
      return exitCodes.success;
    },
  };
}

/** The options and words among the arguments, or what is wrong with them. Who asks for help has done nothing wrong. */
function readArguments<O extends Options>(
  { options, takesWords, complaint }: Reading<O>,
  args: readonly string[],
): { readonly options: OptionValues<O>; readonly words: readonly string[]; readonly help: boolean } | string {
  const parsed = parseArguments(options, args, takesWords);
  if (typeof parsed === "string") return parsed;
  const { words } = parsed;
  // parseArgs has checked each value against its option's type, which its own types cannot say of a type parameter.
  const values = parsed.values as OptionValues<O>;
  const help = parsed.values["help"] === true;
  return (help ? undefined : complaint?.(values, words)) ?? { options: values, words, help };
}

/** Says what is wrong with the arguments, and where the right ones are listed. */
export function refuseUse(name: string, message: string): ExitCode {
  process.stderr.write(`${message}\n"${invocationOf(name)} --help" lists the options.\n`);
  return exitCodes.wrongUse;
}

/** Prints all that was asked for. */
export function say(text: string): ExitCode {
  process.stdout.write(text);
  return exitCodes.success;
}

/** How the person who started it calls the command: by its script in package.json, or by its own name. */
export function invocationOf(name: string): string {
  const byScript = process.env["npm_lifecycle_event"] === name;
  return byScript ? `npm run ${name} --` : `signalbox ${name}`;
}

/** A command with its arguments, as the person who started this one can copy and run it. */
export function commandToRun(name: string, ...args: readonly string[]): string {
  // Whoever has a script for one command has one for each: "signalbox init" writes them together. npx counts as a script too.
  const byScript = ![undefined, "npx"].includes(process.env["npm_lifecycle_event"]);
  const words = byScript
    ? ["npm", "run", name, ...(args.length > 0 ? ["--"] : [])]
    : ["npx", "signalbox", name];
  return [...words, ...args].join(" ");
}

const helpOption: CommandOption = { type: "boolean", short: "h", help: "show this help" };

interface Arguments {
  readonly values: Readonly<Record<string, unknown>>;
  /** What is no option and no option's value. */
  readonly words: readonly string[];
}

function parseArguments(
  options: Options,
  args: readonly string[],
  allowPositionals: boolean,
): Arguments | string {
  const all = { ...options, help: helpOption };
  const unknown = unknownOptions(all, args);
  if (unknown.length > 0) return unknown.join("\n");
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: all,
      strict: true,
      allowPositionals,
    });
    return { values, words: positionals };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // Only the first sentence: the others explain how to pass a flag as a positional argument.
    return `${error.message.split(/\.(?:\s|$)/)[0]}.`;
  }
}

/** Each option that there is not, with the one that may be meant. */
function unknownOptions(options: Options, args: readonly string[]): string[] {
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const names = Object.keys(options).map((name) => `--${name}`);
  const unknown = tokens.flatMap((token) =>
    token.kind === "option" && !Object.hasOwn(options, token.name) ? [token.rawName] : [],
  );
  return [...new Set(unknown)].map((name) => `Unknown option '${name}'${suggestion(name, names)}.`);
}

function optionsShown<O extends Options>(
  { options, optionsFor }: Reading<O>,
  words: readonly string[],
): Options {
  const shown = optionsFor?.(words);
  return Object.fromEntries(Object.entries(options).filter(([name]) => shown?.includes(name) ?? true));
}

interface Help extends Pick<CommandDefinition<Options>, "name" | "summary" | "options"> {
  /** What follows the name of the command. */
  readonly usage: string;
  /** What stands before the list of options. */
  readonly before?: string;
}

function helpText({ name, summary, options, usage, before = "" }: Help): string {
  const lines = Object.entries({ ...options, help: helpOption }).map(([option, { short, value, help }]) => ({
    left: `${short ? `-${short}, ` : "    "}--${option}${value ? ` ${value}` : ""}`,
    help,
  }));
  const width = Math.max(...lines.map(({ left }) => left.length));
  return `${summary}

Usage: ${invocationOf(name)} ${usage}

${before}Options:
${lines.map(({ left, help }) => `  ${left.padEnd(width)}  ${help}`).join("\n")}

Exit codes: 0 done, 1 a problem to fix, 2 wrong use.
`;
}
