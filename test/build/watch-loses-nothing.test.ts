// Whatever is saved, in whatever way and at whatever time, is built, even where the system does not tell of it.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  watch,
} from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { seededRandom, type Choices } from "../../generators/seeded-random.ts";
import { watchAndBuild } from "../../scripts/build/watch/watch-and-build.ts";
import type { WatchFolder } from "../../scripts/build/watch/watch-sources.ts";
import { makeFolder, put } from "./out-fixture.ts";

const folders = ["a", "b", "a/inner", "b/inner"] as const;
const files = ["a/1.ts", "a/2.ts", "b/1.ts", "a/inner/1.ts", "b/inner/1.ts"] as const;

/** What people and their tools do to a folder of files. */
const edits: readonly ((root: string, choices: Choices, text: string) => void)[] = [
  (root, { pick }, text) => put(root, pick(files), text),
  // In place, with the same size.
  (root, { pick }) => put(root, pick(files), "same size"),
  function saveByRenaming(root, { pick }, text) {
    const path = pick(files);
    put(root, `${path}.new`, text);
    renameSync(join(root, `${path}.new`), join(root, path));
  },
  (root, { pick }) => rmSync(join(root, pick(files)), { force: true }),
  (root, { pick }) => rmSync(join(root, pick(folders)), { force: true, recursive: true }),
  (root, { pick }, text) => put(root, `${pick(folders)}/new/deep/1.ts`, text),
  function renameFolder(root, { pick }) {
    const [from, to] = [join(root, pick(folders)), join(root, pick(folders))];
    if (!existsSync(from) || to === from || to.startsWith(from) || from.startsWith(to)) return;
    rmSync(to, { force: true, recursive: true });
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
  },
  function replaceFolder(root, { pick }, text) {
    const folder = pick(folders);
    rmSync(join(root, folder), { force: true, recursive: true });
    put(root, `${folder}/1.ts`, text);
  },
  function putOldFolder(root, { pick }, text) {
    const folder = pick(folders);
    const [old, path] = [`${root}-old`, join(root, folder)];
    put(old, "1.ts", text);
    const longAgo = new Date(2020, 1);
    utimesSync(join(old, "1.ts"), longAgo, longAgo);
    rmSync(path, { force: true, recursive: true });
    mkdirSync(dirname(path), { recursive: true });
    renameSync(old, path);
  },
];

/** Every file, as it is now. */
function textsIn(root: string): Record<string, string> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(paths.sort().map((path) => [relative(root, path), readFileSync(path, "utf8")]));
}

/** A build that reads again only what it is told of, and takes its time: what is saved meanwhile it has read, or has not. */
function rememberingBuild(root: string, { pick }: Choices) {
  const known = new Map<string, string>();
  const buildOnce = async (saved: ReadonlySet<string>): Promise<void> => {
    for (const path of known.keys()) {
      if ([...saved].some((one) => path === one || path.startsWith(`${one}${sep}`))) known.delete(path);
    }
    for (const name of readdirSync(root, { recursive: true, encoding: "utf8" })) {
      const path = join(root, name);
      if (known.has(path) || !name.endsWith(".ts")) continue;
      try {
        known.set(path, readFileSync(path, "utf8"));
      } catch {
        // Deleted meanwhile.
      }
      await wait(Number(pick(["0", "1", "3"])));
    }
  };
  const built = () =>
    Object.fromEntries([...known].sort().map(([path, text]) => [relative(root, path), text]));
  return { buildOnce, built };
}

/** Tells of each event with this probability, or because it must: as after an overflow, nobody knows of the others. */
const tellingOf =
  (probability: number, { chance }: Choices, must: () => boolean): WatchFolder =>
  (folder, tell) =>
    watch(folder, (event, name) => {
      if (must() || chance(probability)) tell(event, name);
    });

async function watching(root: string, seed: number, watchFolder: WatchFolder, during: () => Promise<void>) {
  const { buildOnce, built } = rememberingBuild(root, seededRandom(seed));
  let end = () => {};
  const until = new Promise<void>((resolve) => (end = resolve));
  const said: string[] = [];
  const sources = { root, folders: [root], files: [], out: join(root, "out") };
  const ended = watchAndBuild({
    sources: () => sources,
    buildOnce,
    say: (line) => said.push(line),
    until,
    watchFolder,
  });
  await during();
  await vi.waitFor(() => expect(built()).toEqual(textsIn(root)), { timeout: 50_000, interval: 20 });
  end();
  await ended;
  return said;
}

/** So many edits with pauses: within the time that an editor takes, while a build runs, and after it. */
async function edit(root: string, turns: number, choices: Choices): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    choices.pick([edits[0] ?? expect.fail(), ...edits])(root, choices, `text ${turn}`);
    await wait(Number(choices.pick(["0", "0", "2", "9", "15", "40"])));
  }
}

test.each([1, 2, 3, 4, 5, 6])(
  "edits of every kind end with what is there, whatever the system tells (seed %i)",
  async (seed) => {
    const root = join(makeFolder(), "definitions");
    put(root, "a/1.ts", "text");
    const choices = seededRandom(seed);
    const isLast = { now: false };
    // Of the last save somebody hears: an overflow comes after a save of which somebody has heard.
    const watchFolder = tellingOf(seed % 2 === 0 ? 1 : 0.3, seededRandom(seed), () => isLast.now);
    const said = await watching(root, seed, watchFolder, async () => {
      await edit(root, 60, choices);
      isLast.now = true;
      put(root, "last.ts", "text");
    });
    expect(said).toEqual([]);
  },
  60_000,
);

test("where the system watches no more folders, it is said, and all is built after a while", async () => {
  const root = makeFolder();
  const refuse: WatchFolder = () => {
    throw new Error("ENOSPC: System limit for number of file watchers reached");
  };
  const said = await watching(root, 1, refuse, async () => edit(root, 20, seededRandom(1)));
  expect(said).toEqual([expect.stringContaining("does not tell of what is saved")]);
}, 60_000);
