import {
  cpSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { engine } from "../../scripts/engine.ts";
import { unchangedSince } from "../../scripts/start/stamp.cjs";
import { makeFolder } from "../build/out-fixture.ts";
import { projectWith, runSignalbox } from "../project/make-project.ts";

const repository = resolve(engine.packageFolder);
const longAgo = new Date(Date.now() - 60_000);

// One project for all tests, with a cache of its own: each of them leaves the definitions as they were.
const folder = projectWith("examples/starter/definitions", afterAll);
let cache: string;
beforeAll(() => {
  cache = mkdtempSync(join(tmpdir(), "signalbox-cache-"));
  return () => rmSync(cache, { recursive: true, force: true });
});
beforeEach(() => void vi.stubEnv("XDG_CACHE_HOME", cache));
afterEach(() => vi.unstubAllEnvs());

async function build(): Promise<string> {
  const { exitCode, stdout, stderr } = await runSignalbox(["build"], { folder });
  expect(exitCode, stderr).toBe(0);
  return stdout;
}

/** Builds until there is nothing to do. */
async function buildAll(): Promise<void> {
  // The compiler is only believed when it has looked at the same files twice.
  for (let builds = 0; builds < 2 && known(folder) === undefined; builds += 1) await build();
}

/** Changes a file of the project until the test ends. */
function change(path: string, to: (text: string) => string): void {
  const file = join(folder, path);
  const before = textOf(file);
  onTestFinished(() => (before === undefined ? rmSync(file) : writeFileSync(file, before)));
  writeFileSync(file, to(before ?? ""));
}

const known = (folder: string, from = repository) => unchangedSince(from, folder);

/** Does something to a project, and takes it back. */
interface Change {
  readonly what: string;
  readonly path: string;
  /** Left out: the file is deleted. */
  readonly change?: (text: string) => string;
}

const changes: readonly Change[] = [
  { what: "a definition", path: "definitions/index.ts", change: (text) => `${text}// more\n` },
  { what: "a definition, with the same size", path: "definitions/index.ts", change: swapped },
  { what: "a definition that is not there any more", path: "definitions/index.ts" },
  { what: "a new file beside the definitions", path: "definitions/more.ts", change: () => "export {};\n" },
  { what: "the configuration of the compiler", path: "tsconfig.json", change: (text) => `${text}\n` },
  { what: "package.json", path: "package.json", change: () => '{ "type": "module", "name": "a" }\n' },
  { what: "a configuration where there was none", path: "signalbox.config.ts", change: () => "export {};\n" },
  { what: "a generated file that was edited", path: "out/manifest.txt", change: (text) => `${text}# mine\n` },
  { what: "a generated file, with the same size", path: "out/manifest.txt", change: swapped },
  { what: "a generated file that was deleted", path: "out/manifest.txt" },
  { what: "a foreign file in out/", path: "out/mine.txt", change: () => "mine\n" },
];

/** Two letters in another order. */
function swapped(text: string): string {
  return text.replace(/([a-z])([a-z])/, (pair, a: string, b: string) => (a === b ? pair : `${b}${a}`));
}

test("a build that has nothing to do is known without the engine, until anything changes", async () => {
  await buildAll();
  const expected = /^out\/: \d+ files, nothing changed$/;
  expect(known(folder)).toMatch(expected);
  expect(known(join(folder, "definitions"))).toMatch(expected);
  expect((await build()).replace(/, \d+ ms\n$/, "")).toBe(known(folder));

  for (const { what, path, change } of changes) {
    const file = join(folder, path);
    const text = textOf(file);
    if (change) {
      writeFileSync(file, change(text ?? ""));
      utimesSync(file, longAgo, longAgo);
    } else rmSync(file);
    expect(known(folder), what).toBeUndefined();
    if (text === undefined) rmSync(file);
    else writeFileSync(file, text);
    expect(known(folder), `${what}, taken back`).toMatch(expected);
  }

  const linked = join(folder, "out/manifest.txt");
  renameSync(linked, join(folder, "elsewhere"));
  symlinkSync(join(folder, "elsewhere"), linked);
  expect(known(folder), "a link in out/").toBeUndefined();
  rmSync(linked);
  renameSync(join(folder, "elsewhere"), linked);

  const copy = join(makeFolder(), "copy");
  cpSync(folder, copy, { recursive: true });
  expect(known(copy), "another checkout").toBeUndefined();
  expect(known(folder, join(repository, "elsewhere")), "another engine").toBeUndefined();

  const stamp = join(cache, "signalbox/stamps", folder, ".stamp.json");
  const whole = readFileSync(stamp, "utf8");
  for (const length of [0, 1, Math.floor(whole.length / 2), whole.length - 1]) {
    writeFileSync(stamp, whole.slice(0, length));
    expect(known(folder), `the first ${length} signs of the stamp`).toBeUndefined();
  }
  expect(await build()).toMatch(/^out\/: \d+ files, nothing changed, \d+ ms\n$/);
  expect(known(folder)).toMatch(expected);
}, 120_000);

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

test("a changed threshold is built, however soon after the last build it is saved", async () => {
  await buildAll();
  change("definitions/index.ts", (text) => text);
  await build();
  expect(known(folder)).toBeDefined();
  change("definitions/platform/index.ts", swapped);
  expect(known(folder)).toBeUndefined();
}, 120_000);

test.each([
  ["a file that they read themselves", "export const read = readFileSync('size.txt', 'utf8');"],
  ["a variable of the environment", "export const read = process.env['SIZE'];"],
  ["the machine", "export const read = Intl.DateTimeFormat().resolvedOptions().timeZone;"],
])(
  "definitions that depend on %s are built each time",
  async (_what, line) => {
    change("size.txt", () => "1");
    const module = `import { readFileSync } from "node:fs";\nexport const used = readFileSync;\n${line}\n`;
    change("definitions/read.ts", () => (line.includes("readFileSync") ? module : `${line}\n`));
    change("definitions/index.ts", (text) => `import "./read.ts";\n${text}`);
    await build();
    await build();
    expect(known(folder)).toBeUndefined();
  },
  120_000,
);
