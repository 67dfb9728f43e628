import { exitCodes, type ExitCode, say } from "./command-line.ts";
import { commands } from "./commands.ts";
import { engine } from "./engine.ts";
import { tellLateProblems } from "./project/late-problems.ts";
import { endsOnlyWhenTold, keepOurEnd } from "./project/our-end.ts";
import { temporaryFilesComplaint } from "./start/temporary-files.cjs";

/** Runs the command that is named first, with the other arguments: to its end, whatever the code of authors does that it runs. */
export async function runCommand(args: readonly string[]): Promise<ExitCode> {
  const told = endsOnlyWhenTold();
  keepOurEnd();
  tellLateProblems();
  const code = await commandNamed(args);
  told(code);
  return code;
}

async function commandNamed([name, ...args]: readonly string[]): Promise<ExitCode> {
  if (name === "--version" || name === "-v") return say(`${engine.versionOf("signalbox")}\n`);
  if (name === "--help" || name === "-h") return say(await helpText());
  const load = name === undefined || !Object.hasOwn(commands, name) ? undefined : commands[name];
  if (load) return (await load()).run(args).catch(complain);
  const wrong = name === undefined ? "No command given." : `There is no command '${name}'.`;
  process.stderr.write(`${wrong}\n"signalbox --help" lists the commands.\n`);
  return exitCodes.wrongUse;
}

/** Whatever else is thrown is a mistake of the engine. */
function complain(thrown: unknown): ExitCode {
  const complaint = temporaryFilesComplaint(thrown);
  if (complaint === undefined) throw thrown;
  process.stderr.write(complaint);
  return exitCodes.problem;
}

async function helpText(): Promise<string> {
  const loaded = await Promise.all(Object.values(commands).map((load) => load()));
  const width = Math.max(...loaded.map(({ name }) => name.length));
  return `Monitoring as code in typed TypeScript: what is wrong does not compile, and what compiles is proven before it is deployed.

Usage: signalbox <command> [options]

Commands:
${loaded.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`).join("\n")}

Each command works on the project of the working directory: the nearest folder upwards with definitions/index.ts or a
signalbox.config.ts; explain and init need none. "signalbox <command> --help" lists a command's options; "signalbox --version" prints the version.

Exit codes: 0 done, 1 a problem to fix, 2 wrong use.
`;
}
