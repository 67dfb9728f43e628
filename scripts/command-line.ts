import { parseArgs } from "node:util";
import { problemList } from "./problem-list.ts";
import { findProject } from "./project/find-project.ts";
import type { Project } from "./project/project.ts";

/** What a command's exit code says: done; a problem of the user's; wrong use of the command. */
export const exitCodes = { success: 0, problem: 1, wrongUse: 2 } as const;
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
  /** What is wrong with options that are right one by one; left out: nothing can be. */
  readonly complaint?: (options: OptionValues<O>, words: readonly string[]) => string | undefined;
  readonly run: (options: OptionValues<O>, project: Project, words: readonly string[]) => Promise<ExitCode>;
}

/** A command that works anywhere, and may be given one word beside its options. */
export interface WordDefinition {
  readonly name: string;
  readonly summary: string;
  /** What the word stands for, in capitals. */
  readonly word: string;
  /** What comes of it, and what without it. */
  readonly wordHelp: string;
  readonly run: (word: string | undefined) => Promise<ExitCode>;
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
}

export function command<const O extends Options>(definition: CommandDefinition<O>): Command {
  const { name, summary } = definition;
  return { name, summary, run: (args) => runDefined(definition, args) };
}

/** A command about the engine itself: it needs no project. */
export function commandOfWord({ run, ...definition }: WordDefinition): Command {
  const { name, summary, word, wordHelp } = definition;
  return {
    name,
    summary,
    run: async (args) => {
      const words = args.filter((arg) => !arg.startsWith("-"));
      const parsed = parseOptions(
        {},
        args.filter((arg) => arg.startsWith("-")),
      );
      if (typeof parsed === "string") return refuseUse(name, parsed);
      if (parsed["help"] !== true) {
        return words.length > 1 ? refuseUse(name, `One ${word} at a time.`) : run(words[0]);
      }
      process.stdout.write(
        helpText({ name, summary, usage: `[${word}]`, before: `${wordHelp}\n\n`, options: {} }),
      );
      return exitCodes.success;
    },
  };
}

async function runDefined<O extends Options>(
  definition: CommandDefinition<O>,
  args: readonly string[],
): Promise<ExitCode> {
  const { words: usage } = definition;
  const parsed = parseArguments(definition.options, args, usage !== undefined);
  if (typeof parsed === "string") return refuseUse(definition.name, parsed);
  const { values, words } = parsed;
  if (values["help"] === true) {
    process.stdout.write(
      helpText({ ...definition, ...(usage === undefined ? {} : { usage: `${usage} [options]` }) }),
    );
    return exitCodes.success;
  }
  // parseArgs has checked each value against its option's type, which its own types cannot say of a type parameter.
  const options = values as OptionValues<O>;
  const complaint = definition.complaint?.(options, words);
  if (complaint !== undefined) return refuseUse(definition.name, complaint);
  const search = await findProject(process.cwd());
  if ("project" in search) return definition.run(options, search.project, words);
  const text =
    "complaint" in search
      ? `${search.complaint}\n`
      : problemList(search.problems, "nothing was done", process.stderr);
  process.stderr.write(text);
  return exitCodes.problem;
}

/** Says what is wrong with the arguments, and where the right ones are listed. */
export function refuseUse(name: string, message: string): ExitCode {
  process.stderr.write(`${message}\n"${invocationOf(name)} --help" lists the options.\n`);
  return exitCodes.wrongUse;
}

/** How the person who started it calls the command: by its script in package.json, or by its own name. */
export function invocationOf(name: string): string {
  const byScript = process.env["npm_lifecycle_event"] === name;
  return byScript ? `npm run ${name} --` : `signalbox ${name}`;
}

const helpOption: CommandOption = { type: "boolean", short: "h", help: "show this help" };

function parseOptions(options: Options, args: readonly string[]): Readonly<Record<string, unknown>> | string {
  const parsed = parseArguments(options, args, false);
  return typeof parsed === "string" ? parsed : parsed.values;
}

interface Parsed {
  readonly values: Readonly<Record<string, unknown>>;
  readonly words: readonly string[];
}

function parseArguments(
  options: Options,
  args: readonly string[],
  allowPositionals: boolean,
): Parsed | string {
  try {
    const all = { ...options, help: helpOption };
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

interface Help extends Pick<CommandDefinition<Options>, "name" | "summary" | "options"> {
  /** What follows the name of the command. */
  readonly usage?: string;
  /** What stands before the list of options. */
  readonly before?: string;
}

function helpText({ name, summary, options, usage = "[options]", before = "" }: Help): string {
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
