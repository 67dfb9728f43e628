import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeProject, runSignalbox } from "../project/make-project.ts";
import { put, readTree } from "./out-fixture.ts";

const exported = "export const definitions = {};\n";

/** What grows in definitions, the line of theirs, and what is said of it. */
type Case = readonly [what: string, text: string, line: string, says: RegExp];

const ended = /the definitions were still being worked out here after 60 s .* or 1 GiB, and were ended/;
const tooLarge = /what is made here has a size that nothing can have: /;

const slowly: readonly Case[] = [
  [
    "a list that grows while it is gone through",
    "const list = [0];\n\nfor (const one of list) list.push(one);\n",
    "3",
    ended,
  ],
  [
    "the same, where somebody catches what is thrown",
    "const list = [0];\ntry {\n  for (const one of list) list[list.length] = one;\n} catch {\n  list.length = 0;\n}\n",
    "3",
    ended,
  ],
  [
    "a function that doubles a list and calls itself",
    "function grow(list: number[]): number[] {\n  return grow([...list, ...list]);\n}\ngrow([1]);\n",
    "[124]",
    ended,
  ],
  [
    "a generator that never ends, in a list",
    "function* all(): Generator<number> {\n  for (let n = 0; ; n += 1) yield n;\n}\nexport const list = [...all()];\n",
    "[24]",
    ended,
  ],
  [
    "the same through a map, which says so itself unless it has taken too much before",
    "const map = new Map([[0, 1]]);\n\nfor (const [one] of map) map.set(one + 1, 1);\n",
    "3",
    new RegExp(`${ended.source}|${tooLarge.source}Map maximum`),
  ],
];

const atOnce: readonly Case[] = [
  [
    "a list of so many",
    "\nexport const all = Array.from({ length: 2 ** 32 });\n",
    "2",
    /Array\.from\(\) makes a list of more/,
  ],
  [
    "the same with what is in it",
    "\nArray.from({ length: 2 ** 31 }, (_, n) => n);\n",
    "2",
    /Array\.from\(\) makes a list of more/,
  ],
  [
    "a list of a length",
    "\nexport const all = [...new Array(2 ** 31)];\n",
    "2",
    /Array\(\) makes a list of more/,
  ],
  ["the same without new", "\nexport const all = Array(2 ** 32);\n", "2", /Array\(\) makes a list of more/],
  [
    "a list that is filled",
    "const all: number[] = [];\nall.length = 2 ** 31;\nall.fill(0);\n",
    "3",
    /fill\(\) makes a list of more/,
  ],
  [
    "a length that no list has",
    "const all: number[] = [];\n\nall.length = -1;\n",
    "3",
    /what is made here has a size that nothing can have: Invalid array length/,
  ],
  [
    "a text of so many",
    '\nexport const text = "x".repeat(2 ** 30);\n',
    "2",
    /repeat\(\) makes a text of more/,
  ],
  [
    "signs of a text of so many",
    '\nexport const all = "xy".repeat(2 ** 27).split("");\n',
    "2",
    /repeat\(\) makes a text of more/,
  ],
  ["a text as wide", '\nexport const text = "x".padEnd(2 ** 28);\n', "2", /padEnd\(\) makes a text of more/],
  [
    "a text that is doubled",
    'let text = "ab";\n\nfor (;;) text += text;\n',
    "3",
    /what is made here has a size that nothing can have: Invalid string length/,
  ],
  [
    "bytes",
    "\nexport const all = new Uint8Array(2 ** 53 - 1);\n",
    "2",
    /what is made here has a size that nothing can have: /,
  ],
  [
    "a number of so many digits",
    "\nexport const all = 2n ** (2n ** 40n);\n",
    "2",
    /what is made here has a size that nothing can have: Maximum BigInt size exceeded/,
  ],
];

async function expectProblem(text: string, line: string, says: RegExp, args = ["build"]): Promise<void> {
  const folder = makeProject({
    "definitions/index.ts": 'export * from "./alerts.ts";\n',
    "definitions/alerts.ts": `${text}${exported}`,
  });
  put(folder, "out/alerts.yml", "as somebody else left it\n");
  const { exitCode, stdout, stderr } = await runSignalbox(args, { folder });
  expect(stderr).toMatch(
    new RegExp(
      `^definitions/alerts\\.ts:${line}: (?:${says.source}).*\\(definitions-load\\)\\n {2}fix: look for `,
    ),
  );
  expect(stderr).toMatch(/\n1 problem; out\/ is untouched\n$/);
  expect(stderr).not.toMatch(/FATAL|Fatal|\n +at /);
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
  expect(readTree(join(folder, "out"))).toEqual({ "alerts.yml": "as somebody else left it\n" });
}

// A gigabyte is filled in a second, or in a minute of a machine that has much to do.
describe("what grows until V8 would end the process is a problem at its line", { timeout: 300_000 }, () => {
  test.each(slowly)("%s", async (_what, text, line, says) => {
    await expectProblem(text, line, says);
  });

  test.each(slowly.slice(0, 3))("%s, loaded plainly", async (_what, text, line, says) => {
    await expectProblem(text, line, says, ["build", "--plain"]);
  });
});

test("what grows when it is asked for, after everything is loaded", { timeout: 300_000 }, async () => {
  const text = `const list = [0];
const grown = {
  get platform(): number {
    for (const one of list) list.push(one);
    return list.length;
  },
  services: [],
};
export { grown as definitions };
`;
  const folder = makeProject({ "definitions/index.ts": text });
  const { exitCode, stderr } = await runSignalbox(["build"], { folder });
  expect(stderr).toMatch(new RegExp(`^definitions/index\\.ts:4: ${ended.source} \\(definitions-load\\)\n`));
  expect(exitCode).toBe(1);
});

describe("what is too large at once is a problem at its line", () => {
  test.each(atOnce)("%s", async (_what, text, line, says) => {
    await expectProblem(text, line, says);
  });

  test.each(atOnce.slice(2, 7))("%s, loaded plainly", async (_what, text, line, says) => {
    await expectProblem(text, line, says, ["build", "--plain"]);
  });
});

test("what is large and can be held is made", async () => {
  const text = `const many = Array.from({ length: 100_000 }, (_, n) => n);
for (const one of many) if (one < 10) many.push(one + 10);
const lists: readonly unknown[] = [new Array(3).fill("x".repeat(1000)), Array(1, 2), Array.from("text"), Array.from(new Set([1]))];
throw new Error([many.length, lists.flat().length, [] instanceof Array, Array.isArray([])].join());
`;
  const folder = makeProject({ "definitions/index.ts": `${text}${exported}` });
  const { stderr } = await runSignalbox(["build"], { folder });
  expect(stderr).toContain("definitions/index.ts:4: 100010,10,true,true (definitions-load)");
});
