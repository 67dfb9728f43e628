import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { keptFolder } from "../../scripts/kept/kept-folder.ts";
import { checkedTypes } from "../../scripts/build/type-check.ts";
import type { Project } from "../../scripts/project/project.ts";
import { makeProject } from "../project/make-project.ts";
import { makeFolder } from "./out-fixture.ts";

// The compiler alone, without the language: what is kept of a run does not depend on what is compiled.
const base = {
  module: "nodenext",
  strict: true,
  noEmit: true,
  allowImportingTsExtensions: true,
  types: ["*"],
  // The smallest that there is: the rest of the language is read anew each time, and matters to none of this.
  lib: ["es5"],
  skipLibCheck: true,
};
const files = {
  "definitions/tsconfig.json": '{ "extends": "../base", /* "extends": "./gone" */ "include": ["."] }\n',
  "base.json": JSON.stringify({ compilerOptions: base }),
  "definitions/index.ts":
    'import { limit } from "./limits.ts";\nimport { unit } from "units";\nexport const high: number = limit;\nexport const of: string = unit;\n',
  "definitions/limits.ts":
    "export interface Limits {\n  readonly high: number;\n}\nexport const limit = 45;\nexport const limits: Limits = { high: limit };\n",
  "definitions/shop.ts": "export const shop: Shop = { open: 9 };\n",
  "node_modules/@types/shop/package.json": '{ "name": "@types/shop", "types": "index.d.ts" }\n',
  "node_modules/@types/shop/index.d.ts": "interface Shop {\n  readonly open: number;\n}\n",
  // A folder without a file of the program, in which one may appear.
  "definitions/new/deep/notes.md": "None.\n",
  "node_modules/signalbox/package.json": "{}\n",
  "store/units/package.json": '{ "name": "units", "types": "index.d.ts" }\n',
  "store/units/index.d.ts": "export declare const unit: string;\n",
  "store/others/package.json": '{ "name": "units", "types": "index.d.ts" }\n',
  "store/others/index.d.ts": "export declare const unit: number;\n",
};

/** As some package managers install: a link to where all of them are. */
const link = (name: string) =>
  symlinkSync(join(project.root, "store", name), join(project.root, "node_modules/units"), "junction");

let project: Project;
beforeEach(() => {
  vi.stubEnv("XDG_CACHE_HOME", makeFolder());
  const root = makeProject(files);
  project = { root, definitions: join(root, "definitions/index.ts"), out: join(root, "out") };
  link("units");
});
afterEach(() => vi.unstubAllEnvs());

const write = (path: string, text: string) => {
  mkdirSync(dirname(join(project.root, path)), { recursive: true });
  writeFileSync(join(project.root, path), text);
};
const run = async (options?: { readonly fresh: boolean }) => (await checkedTypes(project, options)).problems;
const kept = (name: RegExp) => {
  const folder = keptFolder(project) ?? "";
  return readdirSync(folder)
    .filter((file) => name.test(file))
    .map((file) => join(folder, file));
};
const notes = () => kept(/\.tsbuildinfo$/)[0] ?? "";

/** Whether the compiler was started: it leaves its notes in a new file each time. */
async function isStarted(): Promise<boolean> {
  const { ino, ctimeMs } = statSync(notes());
  await run();
  const after = statSync(notes());
  return after.ino !== ino || after.ctimeMs !== ctimeMs;
}

/** As often as it takes until a run has nothing new to keep. */
async function settle(): Promise<void> {
  await run();
  await run();
  expect(await isStarted()).toBe(false);
}

const wrong = 'export const wrong: number = "45";\n';

describe("with nothing changed", () => {
  test("the compiler is not started", async () => {
    expect(await run()).toEqual([]);
    await settle();
  });

  test("mistakes are found again", async () => {
    write("definitions/limits.ts", 'export const limit = "45";\n');
    const first = await run();
    expect(first).toEqual([expect.objectContaining({ place: { file: "definitions/index.ts", line: 3 } })]);
    expect(await run()).toEqual(first);
    expect(await run()).toEqual(first);
  });

  test("a touched file is none that has changed", async () => {
    await settle();
    write("definitions/limits.ts", files["definitions/limits.ts"]);
    expect(await isStarted()).toBe(false);
  });
});

// What is right without these and wrong with them, though no file that was read the last time need differ in it.
const changes: Readonly<Record<string, () => void>> = {
  "another text of the same length": () => write("definitions/limits.ts", 'export const limit = "";\n'),
  "a new file that nothing imports": () => write("definitions/new/deep/mistake.ts", wrong),
  "a file that adds to the types of another one": () =>
    write(
      "definitions/more.ts",
      'export {};\ndeclare module "./limits.ts" {\n  interface Limits {\n    readonly low: number;\n  }\n}\n',
    ),
  "what a package declares for all": () =>
    write("node_modules/@types/shop/index.d.ts", "interface Shop {\n  readonly open: string;\n}\n"),
  "a package that declares something for all": () => {
    write("node_modules/@types/open/package.json", '{ "name": "@types/open", "types": "index.d.ts" }\n');
    write("node_modules/@types/open/index.d.ts", "interface Shop {\n  readonly hours: number;\n}\n");
  },
  "a file that is gone": () => rmSync(join(project.root, "definitions/limits.ts")),
  "a file of another name": () =>
    renameSync(join(project.root, "definitions/limits.ts"), join(project.root, "definitions/limit.ts")),
  "a package with other types": () => write("store/units/index.d.ts", "export declare const unit: number;\n"),
  "a package of that name further down": () => {
    write("definitions/node_modules/units/package.json", files["store/units/package.json"]);
    write("definitions/node_modules/units/index.d.ts", "export declare const unit: number;\n");
  },
  "a package that is gone": () => rmSync(join(project.root, "node_modules/units")),
  "a package that is another one": () => {
    rmSync(join(project.root, "node_modules/units"));
    link("others");
  },
  "what the package's description leads to": () => {
    write("store/units/other.d.ts", "export declare const unit: number;\n");
    write("store/units/package.json", '{ "name": "units", "types": "other.d.ts" }\n');
  },
  "the configuration": () =>
    write(
      "definitions/tsconfig.json",
      '{ "extends": "../base", "compilerOptions": { "module": "preserve", "strict": 1 } }\n',
    ),
  "the configuration that it extends": () =>
    write("base.json", JSON.stringify({ compilerOptions: { ...base, allowImportingTsExtensions: false } })),
};

describe("a run finds the same as one that remembers nothing, after", () => {
  test.each(Object.keys(changes))("%s, and after it is taken back", async (name) => {
    await settle();
    changes[name]?.();
    const found = await run();
    expect(found).toEqual(await run({ fresh: true }));
    expect(found).not.toEqual([]);
    expect(await run()).toEqual(found);
    rmSync(project.root, { recursive: true });
    for (const [path, text] of Object.entries({ ...files, "package.json": '{ "type": "module" }\n' }))
      write(path, text);
    link("units");
    expect(await run()).toEqual([]);
  });
});

describe("where a file adds to the types of another one", () => {
  const adds =
    'export {};\ndeclare module "./limits.ts" {\n  interface Limits {\n    readonly low?: 1;\n  }\n}\n';
  beforeEach(() => {
    write("definitions/more.ts", adds);
    write(
      "definitions/user.ts",
      'import type { Limits } from "./limits.ts";\nexport const low = ({ low }: Limits): 1 | undefined => low;\n',
    );
  });

  test("the compiler is not started while nothing changes", settle);

  test.each([
    ["no longer does", "export {};\n"],
    ["adds something else", adds.replace("1;", "2;")],
    ["is gone", undefined],
  ])("and then %s, a run finds what is wrong elsewhere", async (_what, text) => {
    await settle();
    if (text === undefined) rmSync(join(project.root, "definitions/more.ts"));
    else write("definitions/more.ts", text);
    const found = await run();
    expect(found).toEqual([expect.objectContaining({ place: { file: "definitions/user.ts", line: 2 } })]);
    expect(await run()).toEqual(found);
    write("definitions/more.ts", adds);
    await settle();
  });
});

describe("what a file of the project declares for all others is compared with all of them", () => {
  const size = (type: string) => `interface Town {\n  readonly size: ${type};\n}\n`;
  const inModule = (text: string) => `declare global {\n${text}}\nexport {};\n`;
  test.each([
    ["as no module", "town.d.ts", size("number"), size("string")],
    ["in a module", "town.ts", inModule(size("number")), inModule(size("string"))],
  ])("%s", async (_how, file, right, wrong) => {
    write(`definitions/${file}`, right);
    write("definitions/use.ts", "export const town: Town = { size: 1 };\n");
    await settle();
    write(`definitions/${file}`, wrong);
    const found = await run();
    expect(found).toEqual([expect.objectContaining({ place: { file: "definitions/use.ts", line: 1 } })]);
    expect(await run()).toEqual(found);
    write(`definitions/${file}`, right);
    await settle();
  });
});

describe("what is kept", () => {
  test("is in the user's cache, and nothing in the project", async () => {
    const before = readdirSync(project.root, { recursive: true }).sort();
    await settle();
    expect(readdirSync(project.root, { recursive: true }).sort()).toEqual(before);
    expect(kept(/./).map((path) => path.replace(/^.*[\\/]/, "").replace(/-\w+/, "-…"))).toEqual([
      "types-….tsbuildinfo",
      "types.json",
    ]);
  });

  test("is not believed where it was not written to its end, or is another's", async () => {
    await settle();
    const whole = readFileSync(notes(), "utf8");
    write("definitions/limits.ts", 'export const limit = "45";\n');
    const found = await run({ fresh: true });
    expect(found).toHaveLength(1);
    const cleared = whole.replace(/"fileInfos":\[.*?\](?=,"fileIdsList")/, '"fileInfos":[]');
    for (const text of [whole.slice(0, whole.length / 2), "", "{}", "null", cleared, "\0"]) {
      writeFileSync(notes(), text);
      expect(await run()).toEqual(found);
    }
    rmSync(notes());
    expect(await run()).toEqual(found);
    for (const shelf of kept(/types\.json$/)) writeFileSync(shelf, "[]");
    expect(await run()).toEqual(found);
  });

  test("of two runs at once is of one of them, and each finds what there is", async () => {
    write("definitions/limits.ts", 'export const limit = "45";\n');
    const [one, other] = await Promise.all([run(), run()]);
    expect([one, other]).toEqual([await run(), await run()]);
    expect(one).toHaveLength(1);
    write("definitions/limits.ts", files["definitions/limits.ts"]);
    await settle();
  });

  test("is nothing where the cache cannot be written to", async () => {
    write("cache", "");
    vi.stubEnv("XDG_CACHE_HOME", join(project.root, "cache"));
    expect(await run()).toEqual([]);
    write("definitions/limits.ts", 'export const limit = "45";\n');
    expect(await run()).toHaveLength(1);
  });
});
