import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { engine } from "../../scripts/engine.ts";
import { keptCodeAt, noKeptCode, type KeptCode } from "../../scripts/load/kept-code.ts";
import { moduleGraph } from "../../scripts/load/module-graph.ts";
import { makeFolder, put } from "../build/out-fixture.ts";

const version = engine.versionOf("esbuild");

/** A folder with these modules, and a graph that loads from there. */
function projectOf(files: Readonly<Record<string, string>>, kept: KeptCode = noKeptCode) {
  const folder = makeFolder();
  for (const [path, text] of Object.entries(files)) put(folder, path, text);
  const graph = moduleGraph({ kept, version });
  const path = join(folder, "index.ts");
  const load = async () => {
    await graph.read(path);
    return graph.load(path);
  };
  return { folder, path, graph, load };
}

/** What index.ts exports. */
async function loaded(files: Readonly<Record<string, string>>): Promise<unknown> {
  const result = await projectOf(files).load();
  return "exports" in result ? result.exports : result;
}

describe("modules run as Node would run them", () => {
  test("with what they import from beside them, from JSON, from Node and from signalbox", async () => {
    const files = {
      "index.ts": `import { join } from "node:path";
import { percent } from "signalbox";
import numbers from "./numbers.json" with { type: "json" };
import one, { two } from "./deep/numbers.ts";
export const all: readonly unknown[] = [one, two, numbers.three, join("a", "b"), typeof percent];
`,
      "numbers.json": '{ "three": 3 }',
      "deep/numbers.ts": "export default 1;\nexport const two = 2;\n",
    };
    expect(await loaded(files)).toEqual({ all: [1, 2, 3, "a/b", "function"] });
  });

  test("the names that a star exports are in their order, not in that of the file", async () => {
    const text = 'export * as all from "./all.ts";\n';
    const files = {
      "index.ts": text,
      "all.ts": 'export const b = 1;\nexport * from "./a.ts";\n',
      "a.ts": "export const a = 1, c = 1;\n",
    };
    const result = await projectOf(files).load();
    const all = "exports" in result ? Object(result.exports["all"]) : {};
    expect(Object.keys(all)).toEqual(["a", "b", "c"]);
  });

  test("signs of other alphabets, in patterns too", async () => {
    expect(await loaded({ "index.ts": 'export const found = /[−✓]/.test("−") && "Zürich ✓";\n' })).toEqual({
      found: "Zürich ✓",
    });
  });

  test("each once, whoever imports it", async () => {
    const files = {
      "index.ts": 'import { list } from "./list.ts";\nimport "./a.ts";\nimport "./b.ts";\nexport { list };\n',
      "a.ts": 'import { list } from "./list.ts";\nlist.push("a");\n',
      "b.ts": 'import { list } from "./list.ts";\nlist.push("b");\n',
      "list.ts": "export const list: string[] = [];\n",
    };
    expect(await loaded(files)).toEqual({ list: ["a", "b"] });
  });
});

describe("what would run otherwise is left to tsx", () => {
  test.each([
    ["await at the top", { "index.ts": "export const a = await Promise.resolve(1);\n" }],
    ["import.meta", { "index.ts": "export const a = import.meta.url;\n" }],
    ["an import in the middle", { "index.ts": 'export const a = () => import("./b.ts");\n', "b.ts": "" }],
    ["a package", { "index.ts": 'import { z } from "zod";\nexport const a = z;\n' }],
    ["a file that is not there", { "index.ts": 'import { b } from "./b.ts";\nexport const a = b;\n' }],
    [
      "a circle through a star",
      {
        "index.ts": 'export * from "./a.ts";\nexport * from "./b.ts";\n',
        "a.ts": 'import { b } from "./index.ts";\nexport const a = () => b;\n',
        "b.ts": "export const b = 1;\n",
      },
    ],
  ])("%s", async (_, files) => {
    expect(await loaded(files)).toHaveProperty("unfit");
  });
});

test("a line of what runs is the author's", async () => {
  const text =
    "interface A {\n  readonly a: number;\n}\n\nexport const fail = (a: A) => {\n  throw new Error(String(a.a));\n};\n";
  const { path, graph, load } = projectOf({ "index.ts": text });
  const result = await load();
  const fail = "exports" in result ? result.exports["fail"] : undefined;
  const thrown = caught(() => typeof fail === "function" && fail({ a: 1 }));
  const [, line, column] = new RegExp(`${path}:(\\d+):(\\d+)`).exec(thrown.stack ?? "") ?? [];
  expect(graph.lineOf(path, Number(line), Number(column))).toBe(6);
});

function caught(work: () => unknown): Error {
  try {
    work();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("it threw nothing");
}

test("wrong syntax in one file is told at its line, and the others are not at fault", async () => {
  const { path, graph, folder } = projectOf({
    "index.ts": 'import "./wrong.ts";\n',
    "wrong.ts": "export const a = 1;\nexport const = 2;\n",
  });
  await graph.read(path);
  expect(caught(() => graph.load(path)).stack).toContain(`${join(folder, "wrong.ts")}:2:`);
});

describe("after a save", () => {
  // Whoever runs it anew gets another object.
  const made = "export const at = {};\n";
  const folderOf = (other: string) => {
    const project = projectOf({
      "index.ts": 'export { at as other } from "./other.ts";\nexport { at as same } from "./same.ts";\n',
      "other.ts": other,
      "same.ts": made,
    });
    const exported = async () => {
      const result = await project.load();
      return "exports" in result ? result.exports : result;
    };
    return { ...project, exported, objects: async () => Object(await exported()) };
  };

  test("only the file and its importers run anew, and what is half saved does no harm", async () => {
    const { folder, graph, load, exported, objects } = folderOf(made);
    const first = await objects();
    expect((await objects()).other).toBe(first.other);
    put(folder, "other.ts", "export const at = ;\n");
    graph.forget([join(folder, "other.ts")]);
    await expect(load()).rejects.toThrow("Unexpected");
    put(folder, "other.ts", `${made}\n`);
    graph.forget([join(folder, "other.ts")]);
    const second = await objects();
    expect(second.same).toBe(first.same);
    expect(second.other).not.toBe(first.other);
    rmSync(join(folder, "other.ts"));
    graph.forget([folder]);
    expect(await exported()).toHaveProperty("unfit");
  });

  test("so does what may have read the file that was saved", async () => {
    const reading = 'import { readFileSync } from "node:fs";\nexport const at = { read: readFileSync };\n';
    const { folder, graph, objects } = folderOf(reading);
    const first = await objects();
    put(folder, "limits.csv", "45\n");
    graph.forget([join(folder, "limits.csv")]);
    const second = await objects();
    expect(second.same).toBe(first.same);
    expect(second.other).not.toBe(first.other);
  });
});

describe("what esbuild made is kept", () => {
  const files = { "index.ts": 'export const sign: string = "✓";\n' };

  test("with the same result", async () => {
    const path = join(makeFolder(), "code");
    const first = await projectOf(files, keptCodeAt(path, 0)).load();
    const kept = keptCodeAt(path, 0);
    const made: string[] = [];
    const again = await projectOf(files, { ...kept, put: (key) => void made.push(key) }).load();
    expect(again).toEqual(first);
    expect(made).toEqual([]);
  });

  test("a file that was not written to its end is an empty one", async () => {
    const path = join(makeFolder(), "code");
    await projectOf(files, keptCodeAt(path, 0)).load();
    const whole = readFileSync(path);
    for (const length of [0, 10, 70, whole.length - 1]) {
      writeFileSync(path, whole.subarray(0, length));
      expect(await projectOf(files, keptCodeAt(path, 0)).load()).toEqual({ exports: { sign: "✓" } });
      writeFileSync(path, whole.subarray(0, length));
    }
  });

  test("for a week after it was used last", async () => {
    const path = join(makeFolder(), "code");
    await projectOf(files, keptCodeAt(path, 0)).load();
    const more = { "index.ts": "export const more = 1;\n" };
    await projectOf(more, keptCodeAt(path, 7)).load();
    const week = readFileSync(path).length;
    await projectOf({ "index.ts": "export const most = 1;\n" }, keptCodeAt(path, 8)).load();
    expect(readFileSync(path).length).toBeLessThan(week + 200);
  });
});
