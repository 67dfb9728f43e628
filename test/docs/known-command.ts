import { readFileSync } from "node:fs";
import { join } from "node:path";
import { commands } from "../../scripts/commands.ts";
import { root } from "../layout/source-files.ts";

const description: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(join(root, "package.json"), "utf8"),
);

/** What of npm the pages use, besides its scripts. */
const npmCommands: readonly string[] = ["ci", "install", "pack", "test"];
/** Programs that every machine has, or that are none of ours. */
const otherPrograms: readonly string[] = ["cd", "mkdir", "cp", "git", "docker", "curl"];

/**
 * What is wrong with a line that a page tells people to type: each command of ours is read as it would be when it runs. Undefined
 * where nothing is.
 */
export async function wrongWithCommand(line: string): Promise<string | undefined> {
  const reasons = await Promise.all(line.split(/ (?:&&|\|) /).map((one) => wrongWithOne(wordsOf(one))));
  return reasons.find((reason) => reason !== undefined);
}

/** The words of a command, without quotes, comments and variables that are set for it. */
function wordsOf(command: string): string[] {
  const words = command.replace(/\s#.*$/, "").match(/"[^"]*"|'[^']*'|\S+/g) ?? [];
  const start = words.findIndex((word) => !/^[A-Z_]+=/.test(word));
  return words.slice(start).map((word) => word.replace(/^(["'])(.*)\1$/, "$2"));
}

async function wrongWithOne([program, ...args]: readonly string[]): Promise<string | undefined> {
  if (program === "npx") {
    return args[0] === "signalbox" ? wrongWithSignalbox(args.slice(1)) : `npx runs ${args[0]}`;
  }
  if (program === "signalbox") return wrongWithSignalbox(args);
  if (program === "npm") return wrongWithNpm(args);
  return otherPrograms.includes(program ?? "") ? undefined : `there is no program ${program}`;
}

async function wrongWithSignalbox([name = "", ...args]: readonly string[]): Promise<string | undefined> {
  if (name === "--version" || name === "--help") return undefined;
  const load = commands[name];
  if (!load) return `there is no command ${name}`;
  return (await load()).complaint(args);
}

async function wrongWithNpm([command = "", ...args]: readonly string[]): Promise<string | undefined> {
  if (npmCommands.includes(command)) return undefined;
  if (command !== "run") return `npm ${command} is not used here`;
  const [script = "", ...rest] = args;
  if (!Object.hasOwn(description.scripts, script)) return `there is no script ${script}`;
  if (rest[0] === undefined || commands[script] === undefined) return undefined;
  return rest[0] === "--"
    ? wrongWithSignalbox([script, ...rest.slice(1)])
    : "npm keeps what has no -- before it";
}
