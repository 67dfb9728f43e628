import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseCompilerOutput } from "../../scripts/build/type-check.ts";
import { put, readTree } from "./out-fixture.ts";
import { makeProject, runBuild } from "./project.ts";

interface Case {
  readonly what: string;
  /** The author's alerts.ts. */
  readonly text: string;
  readonly printed: string;
}

const shown = "correct it; the editor shows what fits here";
const cases: readonly Case[] = [
  {
    what: "a name that does not exist",
    text: "const limits = { lowest: 1 };\n\nexport const low = limits.lowset;\n",
    printed:
      "definitions/services/alerts.ts:3: Property 'lowset' does not exist on type '{ lowest: number; }'. Did you mean 'lowest'? [TS2551] (definitions-compile)\n  mend: write lowest, if that is what you mean\n",
  },
  {
    what: "wrong syntax",
    text: "export const a = 1;\nexport const = 2;\n",
    printed: `definitions/services/alerts.ts:2: Variable declaration expected. [TS1134] (definitions-compile)\n  mend: ${shown}\n`,
  },
  {
    what: "a file that does not exist",
    text: '\nimport { a } from "./no-such.ts";\nexport const b = a;\n',
    printed: `definitions/services/alerts.ts:2: Cannot find module './no-such.ts' or its corresponding type declarations. [TS2307] (definitions-compile)\n  mend: ${shown}\n`,
  },
];

describe("what the TypeScript compiler finds is a problem at the author's line", () => {
  test.each(cases)("$what", async ({ text, printed }) => {
    const folder = makeProject({
      "index.ts": 'export * as alerts from "./services/alerts.ts";\n',
      "services/alerts.ts": text,
    });
    put(folder, "out/a.yml", "as it was\n");
    const { exitCode, stdout, stderr } = await runBuild(folder);
    expect(stderr.startsWith(printed), stderr).toBe(true);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    expect(readTree(join(folder, "out"))).toEqual({ "a.yml": "as it was\n" });
  });
});

test("the lines that explain an error belong to it", () => {
  const output = [
    "definitions/a.ts(3,5): error TS2322: Type '5' is not assignable to type 'Duration'.",
    "  The expected type comes from property 'for'",
    "    which is declared here",
    "definitions/b.ts(1,1): error TS2304: Cannot find name 'x'.",
    "",
  ].join("\n");
  expect(parseCompilerOutput(output).map(({ place, message }) => [place.line, message])).toEqual([
    [
      3,
      "Type '5' is not assignable to type 'Duration'.\n    The expected type comes from property 'for'\n      which is declared here [TS2322]",
    ],
    [1, "Cannot find name 'x'. [TS2304]"],
  ]);
});
