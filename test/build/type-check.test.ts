import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseCompilerOutput } from "../../scripts/build/type-check.ts";
import { put, readTree } from "./out-fixture.ts";
import { runSignalbox } from "../project/make-project.ts";
import { indexOf, makeProject } from "./project.ts";

interface Case {
  readonly what: string;
  /** The author's alerts.ts. */
  readonly text: string;
  readonly printed: string;
}

const cases: readonly Case[] = [
  {
    what: "a name that does not exist",
    text: "const limits = { lowest: 1 };\n\nexport const low = limits.lowset;\n",
    printed:
      "definitions/services/alerts.ts:3: Property 'lowset' does not exist on type '{ lowest: number; }'. Did you mean 'lowest'? [TS2551] (definitions-compile)\n  fix: write lowest\n",
  },
  {
    what: "wrong syntax",
    text: "export const a = 1;\nexport const = 2;\n",
    printed: `definitions/services/alerts.ts:2: Variable declaration expected. [TS1134] (definitions-compile)\n  fix: correct this line from \`= 2;\` on\n`,
  },
  {
    what: "a file that does not exist",
    text: '\nimport { a } from "./no-such.ts";\nexport const b = a;\n',
    printed: `definitions/services/alerts.ts:2: there is no file ./no-such.ts [TS2307] (definitions-compile)\n  fix: correct the path of the import, or write that file\n`,
  },
];

describe("what the TypeScript compiler finds is a problem at the author's line", () => {
  test.each(cases)("$what", async ({ text, printed }) => {
    const folder = makeProject({
      "index.ts": 'export * as alerts from "./services/alerts.ts";\n',
      "services/alerts.ts": text,
    });
    put(folder, "out/a.yml", "as it was\n");
    const { exitCode, stdout, stderr } = await runSignalbox(["build"], { folder });
    expect(stderr.startsWith(printed), stderr).toBe(true);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    expect(readTree(join(folder, "out"))).toEqual({ "a.yml": "as it was\n" });
  });
});

test("the lines that explain an error belong to it", () => {
  const output = [
    "definitions/a.ts(3,5): error TS2322: Type '5' is not assignable to type 'Colour'.",
    "  The expected type comes from property 'for'",
    "    which is declared here",
    "definitions/b.ts(1,1): error TS2304: Cannot find name 'x'.",
    "",
  ].join("\n");
  expect(
    parseCompilerOutput(output, "definitions/tsconfig.json").map(({ place, message }) => [
      place.line,
      message,
    ]),
  ).toEqual([
    [
      3,
      "Type '5' is not assignable to type 'Colour'.\n    The expected type comes from property 'for'\n      which is declared here [TS2322]",
    ],
    [1, "Cannot find name 'x'. [TS2304]"],
  ]);
});

test("an error without a place is about the configuration", () => {
  const output = "error TS18003: No inputs were found in config file 'definitions/tsconfig.json'.\n";
  expect(parseCompilerOutput(output, "definitions/tsconfig.json")).toEqual([
    {
      check: "definitions-compile",
      place: { file: "definitions/tsconfig.json", line: 1 },
      message: "No inputs were found in config file 'definitions/tsconfig.json'. [TS18003]",
      fix: "correct what the message names",
    },
  ]);
});

test("a project without a configuration is reported how to write one", async () => {
  const folder = makeProject({ "index.ts": indexOf({}) });
  rmSync(join(folder, "tsconfig.json"));
  expect(await runSignalbox(["build"], { folder })).toMatchObject({
    exitCode: 1,
    stderr: `tsconfig.json:1: the project has no tsconfig.json, so the compiler does not know how to read the definitions (definitions-compile)
  fix: create one: { "extends": "signalbox/tsconfig.json", "include": ["definitions"] }

1 problem; out/ is untouched
`,
  });
});

test("a package of CommonJS is one problem, and not one of each import", async () => {
  const folder = makeProject({
    "index.ts": indexOf({}),
    "a.ts": 'export { b } from "./b.ts";\n',
    "b.ts": "export const b = 1;\n",
  });
  writeFileSync(join(folder, "package.json"), "{}\n");
  expect(await runSignalbox(["build"], { folder })).toMatchObject({
    exitCode: 1,
    stderr: `package.json:1: package.json does not say that the project's files are modules (definitions-compile)
  fix: add "type": "module"

1 problem; out/ is untouched
`,
  });
});

test("the build accepts what tsc accepts, under the configuration of the project", async () => {
  const folder = makeProject({
    "index.ts": "import { unused } from './a.ts';\nexport const definitions = {};\n",
    "a.ts": "export const unused = 1;\n",
  });
  const unused = "'unused' is declared but its value is never read";
  expect((await runSignalbox(["build"], { folder })).stderr).not.toContain(unused);
  const config = join(folder, "tsconfig.json");
  const read = JSON.parse(readFileSync(config, "utf8"));
  writeFileSync(
    config,
    JSON.stringify({ ...read, compilerOptions: { ...read.compilerOptions, noUnusedLocals: true } }),
  );
  expect((await runSignalbox(["build"], { folder })).stderr).toContain(unused);
});

test("the same mistake at several lines of a file is said once, and so is what follows from another one", () => {
  const output = [
    "definitions/a.ts(3,5): error TS2304: Cannot find name 'x'.",
    "definitions/a.ts(4,5): error TS2304: Cannot find name 'x'.",
    "definitions/a.ts(4,9): error TS2304: Cannot find name 'x'.",
    "definitions/a.ts(9,5): error TS2304: Cannot find name 'x'.",
    "definitions/b.ts(3,5): error TS2304: Cannot find name 'x'.",
    "definitions/b.ts(5,1): error TS2322: Type 'boolean' is not assignable to type 'AlertCondition<Labels>'.",
    "definitions/b.ts(5,7): error TS2365: Operator '<' cannot be applied to types 'Gauge<{}, \"fps\", never>' and 'number'.",
    "",
  ].join("\n");
  const problems = parseCompilerOutput(output, "tsconfig.json");
  expect(problems.map(({ place, fix }) => `${place.file}:${place.line} ${fix}`)).toEqual([
    "definitions/a.ts:3 import x, or define it above; also in lines 4 and 9",
    "definitions/b.ts:3 import x, or define it above",
    "definitions/b.ts:5 write .lt(…)",
  ]);
});
