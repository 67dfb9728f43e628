import { spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseCompilerOutput } from "../build/type-check.ts";
import { engine } from "../engine.ts";
import { fileOfExamples, valuesOf } from "./examples.ts";

/** What the build says of code that it refuses. */
export interface Refusal {
  readonly message: string;
  /** Undefined where the message says it. */
  readonly fix: string | undefined;
}

export interface Compiled {
  /** By the code that is refused; undefined where nothing refuses it. */
  readonly refusals: ReadonlyMap<string, Refusal | undefined>;
  /** What the compiler has against the examples that must be right. */
  readonly mistakes: readonly string[];
}

/** What the compiler, and the build, say of code that must be refused and of examples that must not. */
export function compileExamples(refused: readonly string[], examples: readonly string[]): Compiled {
  const texts = {
    "examples.ts": fileOfExamples(examples, pathOf),
    ...Object.fromEntries(
      refused.map((code, index) => [`refused${index}.ts`, fileOfExamples([code], pathOf)]),
    ),
  };
  const problems = parseCompilerOutput(
    compilerOutput(texts),
    "tsconfig.json",
    (file) => Object.entries(texts).find(([name]) => name === file)?.[1],
  );
  const refusals = refused.map((code, index): readonly [string, Refusal | undefined] => {
    const problem = problems.find(({ place }) => place.file === `refused${index}.ts`);
    if (!problem) return [code, thrownBy(code)];
    return [code, { message: problem.message.replace(/ \[TS\d+\]$/, ""), fix: problem.fix }];
  });
  const others = problems.filter(({ place }) => !place.file.startsWith("refused"));
  return {
    refusals: new Map(refusals),
    mistakes: others.map(({ place, message }) => `${place.file}:${place.line}: ${message}`),
  };
}

/** What no type can refuse is refused when the definitions are loaded. */
function thrownBy(code: string): Refusal | undefined {
  try {
    for (const make of valuesOf([code])) make();
    return undefined;
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error), fix: undefined };
  }
}

function pathOf(name: string): string {
  const path = name === "signalbox" ? "generators/language/index.ts" : "scripts/reference/samples.ts";
  return join(engine.packageFolder, path);
}

/** As a project's own compiler would see the files. */
function compilerOutput(texts: Readonly<Record<string, string>>): string {
  const folder = realpathSync.native(mkdtempSync(join(tmpdir(), "signalbox-reference-")));
  try {
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(settings));
    writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
    for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
    const args = ["--project", folder, "--singleThreaded", "--pretty", "false"];
    const { error, stdout } = spawnSync(engine.compiler(), args, { cwd: folder, encoding: "utf8" });
    if (error) throw error;
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const settings = {
  extends: join(engine.packageFolder, "tsconfig.base.json"),
  compilerOptions: {
    // The samples import the language by its name, and its sources need the types of Node.
    customConditions: ["signalbox-source"],
    types: ["node"],
    typeRoots: [join(engine.packageFolder, "node_modules/@types")],
  },
  include: ["*.ts"],
};
