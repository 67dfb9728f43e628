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
  /** What is wrong with options that are right one by one; left out: nothing can be. */
  readonly complaint?: (options: OptionValues<O>) => string | undefined;
  readonly run: (options: OptionValues<O>, project: Project) => Promise<ExitCode>;
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
  /** What is wrong with arguments, without running anything; undefined where nothing is. */
  readonly complaint: (args: readonly string[]) => string | undefined;
}

export function command<const O extends Options>(definition: CommandDefinition<O>): Command {
  const { name, summary } = definition;
  return {
    name,
    summary,
    run: (args) => runDefined(definition, args),
    complaint: (args) => {
      const read = readOptions(definition, args);
      return typeof read === "string" ? read : undefined;
    },
  };
}

/** A command about the engine itself: it needs no project. */
export function commandOfWord({ run, ...definition }: WordDefinition): Command {
  const { name, summary, word, wordHelp } = definition;
  return {
    name,
    summary,
    complaint: (args) => {
      const read = readWord(word, args);
      return typeof read === "string" ? read : undefined;
    },
    run: async (args) => {
      const read = readWord(word, args);
      if (typeof read === "string") return refuseUse(name, read);
      if (!read.help) return run(read.word);
      process.stdout.write(
        helpText({ name, summary, usage: `[${word}]`, before: `${wordHelp}\n\n`, options: {} }),
      );
      return exitCodes.success;
    },
  };
}

/** The one word among the arguments, or what is wrong with them. */
function readWord(
  what: string,
  args: readonly string[],
): { readonly word: string | undefined; readonly help: boolean } | string {
  const [word, ...others] = args.filter((arg) => !arg.startsWith("-"));
  const parsed = parseOptions(
    {},
    args.filter((arg) => arg.startsWith("-")),
  );
  if (typeof parsed === "string") return parsed;
  const help = parsed["help"] === true;
  return others.length > 0 && !help ? `One ${what} at a time.` : { word, help };
}

/** The options among the arguments, or what is wrong with them. Who asks for help has done nothing wrong. */
function readOptions<O extends Options>(
  { options, complaint }: CommandDefinition<O>,
  args: readonly string[],
): { readonly options: OptionValues<O>; readonly help: boolean } | string {
  const parsed = parseOptions(options, args);
  if (typeof parsed === "string") return parsed;
  // parseArgs has checked each value against its option's type, which its own types cannot say of a type parameter.
  const values = parsed as OptionValues<O>;
  const help = parsed["help"] === true;
  return (help ? undefined : complaint?.(values)) ?? { options: values, help };
}

async function runDefined<O extends Options>(
  definition: CommandDefinition<O>,
  args: readonly string[],
): Promise<ExitCode> {
  const read = readOptions(definition, args);
  if (typeof read === "string") return refuseUse(definition.name, read);
  const { options, help } = read;
  if (help) {
    process.stdout.write(helpText(definition));
    return exitCodes.success;
  }
  const search = await findProject(process.cwd());
  if ("project" in search) return definition.run(options, search.project);
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
  try {
    return parseArgs({ args: [...args], options: { ...options, help: helpOption }, strict: true }).values;
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
