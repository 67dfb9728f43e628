// A watch goes on whatever is saved, and ends with what a build from nothing writes.
import { cpSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { seededRandom, type Choices } from "../../generators/seeded-random.ts";
import { projectWith, runSignalbox, startSignalbox } from "../project/make-project.ts";
import { makeFolder, put, readTree } from "./out-fixture.ts";

const edited = "definitions/services/ticket-shop/alerts.ts";

function startWatch(folder: string, cache: string) {
  const child = startSignalbox(["build", "--watch"], { folder, env: { XDG_CACHE_HOME: cache } });
  onTestFinished(() => void child.kill("SIGKILL"));
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (printed += text));
  let isEnded = false;
  const ended = new Promise<number | null>((resolve) =>
    child.once("close", (code) => {
      isEnded = true;
      resolve(code);
    }),
  );
  /** What it prints until it has printed this. */
  const next = async (pattern: RegExp): Promise<string> => {
    while (!pattern.test(printed)) {
      if (isEnded) throw new Error(`the watch ended, having printed:\n${printed}`);
      await wait(20);
    }
    const text = printed;
    printed = "";
    return text;
  };
  return { child, next, ended };
}

/** What a build from nothing writes of the same definitions, that believes nothing of an earlier one. */
async function builtElsewhere(folder: string, cache: string) {
  const elsewhere = projectWith("examples/starter/definitions");
  rmSync(join(elsewhere, "definitions"), { recursive: true });
  cpSync(join(folder, "definitions"), join(elsewhere, "definitions"), { recursive: true });
  const { exitCode, stderr } = await runSignalbox(["build", "--fresh"], {
    folder: elsewhere,
    env: { XDG_CACHE_HOME: cache },
  });
  expect(exitCode, stderr).toBe(0);
  return readTree(join(elsewhere, "out"));
}

/** What is in a folder; undefined where it changes while it is read. */
function treeIfWhole(folder: string) {
  try {
    return readTree(folder);
  } catch {
    return undefined;
  }
}

test("each way to save something broken is said once, changes nothing, and is forgotten when it is mended", async () => {
  const [folder, cache] = [projectWith("examples/starter/definitions"), makeFolder()];
  const text = readFileSync(join(folder, edited), "utf8");
  const { child, next, ended } = startWatch(folder, cache);
  await next(/ new, .* ms\n/);
  const before = readTree(join(folder, "out"));
  const broken: readonly [string, RegExp][] = [
    [text.slice(0, text.indexOf("from") + 1), /alerts\.ts:\d+: .* \[TS\d+\]/],
    [`${text}const wrong: number = "45";\n`, /alerts\.ts:\d+: .* \[TS2322\]/],
    [`${text}throw new Error("while it is loaded");\n`, /alerts\.ts:\d+: while it is loaded/],
    [text.replace(/for: "\w+"/, 'for: "5"'), /alerts\.ts:\d+: .* \[TS\d+\]/],
    [text.replace("export const", "const"), /\[TS\d+\]/],
  ];
  for (const [saved, problem] of broken) {
    expect(saved).not.toBe(text);
    put(folder, edited, saved);
    const said = await next(/problems?; out\/ is .*\n/);
    expect(said).toMatch(problem);
    expect(said.match(/problems?; out\/ is/g), said).toHaveLength(1);
    expect(readTree(join(folder, "out"))).toEqual(before);
    put(folder, edited, text);
    await next(/nothing changed/);
  }
  child.kill("SIGINT");
  expect(await ended).toBe(0);
}, 300_000);

/** The definitions, with an alert that waits so long. */
const waiting = (text: string, minutes: number) => text.replace(/for: "\d+m"/, `for: "${minutes}m"`);

/** What people, their editors and git do to definitions: each of it may follow each. */
const saves: readonly ((folder: string, text: string, choices: Choices) => void | Promise<void>)[] = [
  (folder, text) => put(folder, edited, waiting(text, 3)),
  (folder, text) => put(folder, edited, waiting(text, 4)),
  function saveByRenaming(folder, text) {
    put(folder, `${edited}.tmp`, waiting(text, 6));
    renameSync(join(folder, `${edited}.tmp`), join(folder, edited));
  },
  (folder, text) => put(folder, edited, text.slice(0, text.length / 2)),
  (folder, text) => put(folder, edited, `${text}const wrong: number = "45";\n`),
  (folder, text) => put(folder, edited, `${text}throw new Error("while it is loaded");\n`),
  async function deleteForAWhile(folder, text) {
    rmSync(join(folder, edited), { force: true });
    await wait(30);
    put(folder, edited, waiting(text, 7));
  },
  async function renameFolderForAWhile(folder) {
    const services = join(folder, "definitions/services");
    renameSync(services, `${services}-away`);
    await wait(30);
    renameSync(`${services}-away`, services);
  },
  function replaceFolder(folder) {
    const service = join(folder, dirname(edited));
    cpSync(service, `${service}-new`, { recursive: true });
    rmSync(service, { recursive: true });
    renameSync(`${service}-new`, service);
  },
  function useFileInNewFolder(folder, text, { pick }) {
    const name = `waiting-${pick(["one", "two", "three"])}`;
    put(folder, `definitions/${name}/deep/time.ts`, `export const time = "${pick(["8", "9"])}m";\n`);
    const used = text.replace(/for: "\d+m"/, "for: time");
    put(folder, edited, `import { time } from "../../${name}/deep/time.ts";\n${used}`);
  },
  function deleteNewFolder(folder, _, { pick }) {
    const name = `waiting-${pick(["one", "two", "three"])}`;
    rmSync(join(folder, "definitions", name), { force: true, recursive: true });
  },
];

// More by hand: WATCH_SAVES=60 npx vitest run test/build/watch-recovers
const count = Number(process.env["WATCH_SAVES"] ?? 30);

test.each([1, 2])(
  "many quick saves of all kinds end with what a build from nothing writes (seed %i)",
  async (seed) => {
    const [folder, cache] = [projectWith("examples/starter/definitions"), makeFolder()];
    const text = readFileSync(join(folder, edited), "utf8");
    expect(waiting(text, 17)).not.toBe(text);
    const { child, next, ended } = startWatch(folder, cache);
    await next(/ new, .* ms\n/);
    const choices = seededRandom(seed);
    const { pick } = choices;
    for (let turn = 0; turn < count; turn += 1) {
      await pick([saves[0] ?? expect.fail(), ...saves])(folder, text, choices);
      // Some within the time that an editor takes, some while a build runs, some after it.
      await wait(Number(pick(["0", "2", "5", "15", "120", "400"])));
    }
    put(folder, "definitions/last/time.ts", 'export const time = "17m";\n');
    const used = text.replace(/for: "\d+m"/, "for: time");
    put(folder, edited, `import { time } from "../../last/time.ts";\n${used}`);
    const anew = await builtElsewhere(folder, cache);
    expect(anew["prometheus/alerts.yml"]).toContain("for: 17m");
    while (!isDeepStrictEqual(treeIfWhole(join(folder, "out")), anew)) await next(/[^]/);
    child.kill("SIGINT");
    expect(await ended).toBe(0);
    expect(readTree(join(folder, "out"))).toEqual(anew);
  },
  600_000,
);
