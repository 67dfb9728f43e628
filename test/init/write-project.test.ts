import { mkdirSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inTheWay } from "../../scripts/init/in-the-way.ts";
import { writeProject } from "../../scripts/init/write-project.ts";
import { makeFolder, put, readTree } from "../build/out-fixture.ts";

const files = {
  "package.json": '{ "name": "new" }\n',
  "definitions/index.ts": "export {};\n",
  "definitions/platform/index.ts": "export {};\n",
  "README.md": "# Monitoring\n",
};

describe("a new project is written", () => {
  test("into a folder that is not there, with those above it", () => {
    const folder = makeFolder();
    expect(writeProject(join(folder, "ops/monitoring"), files)).toBeUndefined();
    expect(readTree(join(folder, "ops/monitoring"))).toEqual(files);
  });

  test("beside what is there", () => {
    const folder = makeFolder();
    const there = { "package.json": "{}", "node_modules/x/index.js": "", "definitions/notes.txt": "mine" };
    for (const [path, text] of Object.entries(there)) put(folder, path, text);
    expect(writeProject(folder, files)).toBeUndefined();
    expect(readTree(folder)).toEqual({ ...there, ...files });
  });
});

describe("whatever breaks off in the middle, nothing is written", () => {
  /** Refuses the n-th file. */
  const refusing = (n: number) => {
    let count = 0;
    return (from: string, to: string) => {
      if (++count === n) writeFileSync(join(from, "no-folder"), "");
      renameSync(from, to);
    };
  };

  test.each([1, 2, 3, 4])("at file %i of 4, in a new folder", (n) => {
    const parent = makeFolder();
    const failure = writeProject(join(parent, "ops/monitoring"), files, refusing(n));
    expect(failure?.message).toMatch(/^ENOTDIR: /);
    expect(readTree(parent)).toEqual({ "/": "(empty)" });
  });

  test.each([1, 2, 3, 4])("at file %i of 4, beside what is there", (n) => {
    const folder = makeFolder();
    const there = { "package.json": "{}", "definitions/notes.txt": "mine" };
    for (const [path, text] of Object.entries(there)) put(folder, path, text);
    expect(writeProject(folder, files, refusing(n))).toBeInstanceOf(Error);
    expect(readTree(folder)).toEqual(there);
  });

  test("a mistake of ours takes everything back as well, and is not hidden", () => {
    const parent = makeFolder();
    const broken = () => {
      throw new Error("ours");
    };
    expect(() => writeProject(join(parent, "ops"), files, broken)).toThrow("ours");
    expect(readTree(parent)).toEqual({ "/": "(empty)" });
  });
});

describe("what is in the way", () => {
  const paths = Object.keys(files);

  test("nothing, in a folder that is not there or where only npm and git were", () => {
    const folder = makeFolder();
    expect(inTheWay(join(folder, "none"), paths)).toEqual([]);
    for (const path of ["package.json", "package-lock.json", "node_modules/x/a.js", ".git/HEAD", "LICENSE"])
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
