import { parseArgs } from "node:util";

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

export interface Command<Options extends Readonly<Record<string, CommandOption>>> {
  /** The script in package.json that starts it: `build` for `npm run build`. */
  readonly name: string;
  /** What it does, in one sentence. */
  readonly summary: string;
  readonly options: Options;
}

export type OptionValues<Options extends Readonly<Record<string, CommandOption>>> = {
  readonly [Name in keyof Options]?: Options[Name]["type"] extends "boolean" ? boolean : string;
};

/**
 * Reads the arguments, answers `--help` and wrong use itself, and otherwise runs the command.
 *
 * @returns the exit code; the caller sets `process.exitCode`, so that what was printed is not cut off
 */
export async function runCommand<const Options extends Readonly<Record<string, CommandOption>>>(
  command: Command<Options>,
  args: readonly string[],
  run: (options: OptionValues<Options>) => Promise<ExitCode>,
): Promise<ExitCode> {
  const parsed = parseOptions(command, args);
  if (typeof parsed === "string") return refuseUse(command.name, parsed);
  if (parsed["help"] === true) {
    process.stdout.write(helpText(command));
    return exitCodes.success;
  }
  // parseArgs has checked each value against its option's type, which its own types cannot say of a type parameter.
  return run(parsed as OptionValues<Options>);
}

/** Says what is wrong with the arguments, and where the right ones are listed. */
export function refuseUse(name: string, message: string): ExitCode {
  process.stderr.write(`${message}\n"npm run ${name} -- --help" lists the options.\n`);
  return exitCodes.wrongUse;
}

const helpOption: CommandOption = { type: "boolean", short: "h", help: "show this help" };

function parseOptions(
  { options }: Command<Readonly<Record<string, CommandOption>>>,
  args: readonly string[],
): Readonly<Record<string, unknown>> | string {
  try {
    return parseArgs({ args: [...args], options: { ...options, help: helpOption }, strict: true }).values;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // Only the first sentence: the others explain how to pass a flag as a positional argument.
    return `${error.message.split(/\.(?:\s|$)/)[0]}.`;
  }
}

function helpText(command: Command<Readonly<Record<string, CommandOption>>>): string {
  const lines = Object.entries({ ...command.options, help: helpOption }).map(
    ([name, { short, value, help }]) => ({
      left: `${short ? `-${short}, ` : "    "}--${name}${value ? ` ${value}` : ""}`,
      help,
    }),
  );
  const width = Math.max(...lines.map(({ left }) => left.length));
  return `${command.summary}

Usage: npm run ${command.name} -- [options]

Options:
${lines.map(({ left, help }) => `  ${left.padEnd(width)}  ${help}`).join("\n")}

Exit codes: 0 done, 1 a problem to mend, 2 wrong use.
`;
}
