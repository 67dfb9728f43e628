import {
  chmodSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inTheWay } from "../../scripts/project/in-the-way.ts";
import { writeAll } from "../../scripts/project/write-all.ts";
import { makeFolder, put, readTree } from "../build/out-fixture.ts";

const files = {
  "package.json": '{ "name": "new" }\n',
  "definitions/index.ts": "export {};\n",
  "definitions/platform/index.ts": "export {};\n",
  "README.md": "# Monitoring\n",
};

describe("files are written", () => {
  test("into a folder that is not there, with those above it", () => {
    const folder = makeFolder();
    expect(writeAll(join(folder, "ops/monitoring"), files)).toBeUndefined();
    expect(readTree(join(folder, "ops/monitoring"))).toEqual(files);
  });

  test("beside what is there", () => {
    const folder = makeFolder();
    const there = { "package.json": "{}", "node_modules/x/index.js": "", "definitions/notes.txt": "mine" };
    for (const [path, text] of Object.entries(there)) put(folder, path, text);
    expect(writeAll(folder, files)).toBeUndefined();
    expect(readTree(folder)).toEqual({ ...there, ...files });
  });
});

describe("a file that is there already", () => {
  test("keeps who may run it", () => {
    const folder = makeFolder();
    put(folder, "package.json", "{}");
    chmodSync(join(folder, "package.json"), 0o750);
    expect(writeAll(folder, files)).toBeUndefined();
    expect(statSync(join(folder, "package.json")).mode & 0o777).toBe(0o750);
  });

  test("is changed where a link leads to", () => {
    const folder = makeFolder();
    put(folder, "shared/package.json", "{}");
    symlinkSync("shared/package.json", join(folder, "package.json"));
    expect(writeAll(folder, { "package.json": "new" })).toBeUndefined();
    expect(readlinkSync(join(folder, "package.json"))).toBe("shared/package.json");
    expect(readFileSync(join(folder, "shared/package.json"), "utf8")).toBe("new");
  });

  test("is replaced last", () => {
    const folder = makeFolder();
    put(folder, "package.json", "{}");
    const placed: string[] = [];
    const noted = (from: string, to: string) => {
      placed.push(to.slice(folder.length + 1));
      renameSync(from, to);
    };
    expect(writeAll(folder, files, noted)).toBeUndefined();
    expect(placed.at(-1)).toBe("package.json");
  });

  test("gets its text back when a later one is refused", () => {
    const folder = makeFolder();
    const there = { "a.ts": "a", "b.ts": "b" };
    for (const [path, text] of Object.entries(there)) put(folder, path, text);
    expect(writeAll(folder, { "a.ts": "new", "b.ts": "new" }, refusing(2))).toBe(
      "b.ts cannot be written: ENOTDIR: not a directory.",
    );
    expect(readTree(folder)).toEqual(there);
  });
});

/** Refuses the n-th file. */
function refusing(n: number) {
  let count = 0;
  return (from: string, to: string) => {
    if (++count === n) writeFileSync(join(from, "no-folder"), "");
    renameSync(from, to);
  };
}

describe("whatever breaks off in the middle, nothing is written", () => {
  test.each([1, 2, 3, 4])("at file %i of 4, in a new folder", (n) => {
    const parent = makeFolder();
    const failure = writeAll(join(parent, "ops/monitoring"), files, refusing(n));
    expect(failure).toMatch(/ cannot be written: ENOTDIR: not a directory\.$/);
    expect(readTree(parent)).toEqual({ "/": "(empty)" });
  });

  test.each([1, 2, 3, 4])("at file %i of 4, beside what is there", (n) => {
    const folder = makeFolder();
    const there = { "package.json": "{}", "definitions/notes.txt": "mine" };
    for (const [path, text] of Object.entries(there)) put(folder, path, text);
    expect(writeAll(folder, files, refusing(n))).toContain(" cannot be written: ENOTDIR");
    expect(readTree(folder)).toEqual(there);
  });

  test("a mistake of ours takes everything back as well, and is not hidden", () => {
    const parent = makeFolder();
    const broken = () => {
      throw new Error("ours");
    };
    expect(() => writeAll(join(parent, "ops"), files, broken)).toThrow("ours");
    expect(readTree(parent)).toEqual({ "/": "(empty)" });
  });
});

describe("what is in the way", () => {
  const paths = Object.keys(files);

  test("nothing, in a folder that is not there or where only npm and git were", () => {
    const folder = makeFolder();
    expect(inTheWay(join(folder, "none"), paths)).toEqual([]);
    for (const path of ["package-lock.json", "node_modules/x/a.js", ".git/HEAD", "LICENSE"])
      put(folder, path, "");
    expect(inTheWay(folder, paths)).toEqual([]);
  });

  test("each file, and a file where a folder must be, once", () => {
    const folder = makeFolder();
    put(folder, "README.md", "");
    put(folder, "definitions", "no folder");
    expect(inTheWay(folder, paths)).toEqual(["README.md", "definitions"]);
  });

  test("links, even those that lead nowhere", () => {
    const folder = makeFolder();
    mkdirSync(join(folder, "elsewhere"));
    symlinkSync(join(folder, "elsewhere"), join(folder, "definitions"), "junction");
    symlinkSync(join(folder, "nowhere"), join(folder, "README.md"));
    expect(inTheWay(folder, paths)).toEqual(["README.md", "definitions"]);
  });
});
