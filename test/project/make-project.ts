import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { installedSignalbox } from "./installed-signalbox.ts";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const command = [join(repository, "scripts/signalbox.cjs")];
/** What starts any other program in TypeScript in the same way. */
const starter = join(repository, "scripts/run.cjs");

const config = {
  extends: "signalbox/tsconfig.json",
  // Some definitions of tests do what no author's do: they read a file, or ask what time it is.
  compilerOptions: {
    typeRoots: [join(repository, "node_modules/@types")],
    types: ["node"],
  },
  include: ["definitions"],
};

/** Takes what is to be done in the end: of a test, or of all tests of a file, as "afterAll" does. */
type AtTheEnd = (cleanUp: () => void) => void;

/**
 * A project in a temporary folder, with signalbox installed: what runs is this repository.
 *
 * @param files texts by their paths in the project
 * @param name of the folder
 * @param atTheEnd when the folder goes; left out: when the test ends
 */
export function makeProject(
  files: Readonly<Record<string, string>> = {},
  name = "project",
  atTheEnd: AtTheEnd = onTestFinished,
): string {
  const parent = realpathSync.native(mkdtempSync(join(tmpdir(), "signalbox-test-")));
  atTheEnd(() => rmSync(parent, { recursive: true, force: true }));
  const folder = join(parent, name);
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  const installed = "node_modules/signalbox";
  const bringsItsOwn = Object.keys(files).some((path) => path.startsWith(installed));
  if (!bringsItsOwn) symlinkSync(installedSignalbox(), join(folder, installed), "junction");
  const whole = {
    "package.json": '{ "type": "module" }\n',
    "tsconfig.json": JSON.stringify(config),
    ...files,
  };
  for (const [path, text] of Object.entries(whole)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** A project with the definitions that stand in a folder of this repository. */
export function projectWith(definitions: string, atTheEnd?: AtTheEnd): string {
  const folder = makeProject({}, "project", atTheEnd);
  cpSync(join(repository, definitions), join(folder, "definitions"), { recursive: true });
  // The configuration of the project is the one in force.
  rmSync(join(folder, "definitions/tsconfig.json"), { force: true });
  return folder;
}

export interface CommandOptions {
  /** The folder that the command is started in; left out: this repository. */
  readonly folder?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** What runs in place of the command `signalbox`. */
  readonly program?: string;
}

/** Starts `signalbox` from its sources, on a person's machine: without colours, and not in CI. */
export function startSignalbox(
  args: readonly string[],
  { folder = repository, env = {}, program }: CommandOptions = {},
): ChildProcessWithoutNullStreams {
  const left = new Set(["NODE_OPTIONS", "FORCE_COLOR", "NO_COLOR", "CI", "npm_lifecycle_event"]);
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !left.has(name)));
  const started = program === undefined ? command : [starter, program];
  return spawn(process.execPath, [...started, ...args], {
    cwd: folder,
    env: { ...inherited, ...env },
  });
}

export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `signalbox` to its end. */
export function runSignalbox(args: readonly string[], options: CommandOptions = {}): Promise<Ended> {
  const child = startSignalbox(args, options);
  child.stdin.end();
  const printed = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (printed.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (printed.stderr += text));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (exitCode) => resolve({ exitCode, ...printed }));
  });
}
