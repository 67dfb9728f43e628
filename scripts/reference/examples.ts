import { compileFunction } from "node:vm";
import { transformSync } from "esbuild";
import * as language from "../../generators/language/index.ts";
import * as samples from "./samples.ts";

/** What an example may import, by the name that it imports it from. */
const modules: Readonly<Record<string, object>> = { signalbox: language, "./samples.ts": samples };

/**
 * A file in which each of these examples is a function that returns what the example makes.
 *
 * @param from where it imports the language and the samples from, if not by their own names
 */
export function fileOfExamples(examples: readonly string[], from: (name: string) => string): string {
  const imports = Object.entries(modules).map(
    ([name, exported]) =>
      `import { ${Object.keys(exported).join(", ")} } from ${JSON.stringify(from(name))};\n`,
  );
  const functions = examples.map((code, index) => `export const example${index} = () => ${bodyOf(code)};\n`);
  return imports.join("") + functions.join("");
}

/** An example is an expression, or an export of a definitions file. */
function bodyOf(code: string): string {
  const plain = code.replace(/;$/, "");
  const [, name, value] = /^export (?:default|const (\w+) =)\s+([\s\S]*)$/.exec(plain) ?? [];
  // With a constant of its own name, as the author has it.
  return name === undefined ? `(\n${value ?? plain}\n)` : `{\nconst ${name} = ${value};\nreturn ${name};\n}`;
}

/** What these examples make, in their order. */
export function valuesOf(examples: readonly string[]): readonly (() => unknown)[] {
  const { code } = transformSync(
    fileOfExamples(examples, (name) => name),
    { loader: "ts", format: "cjs" },
  );
  const module: { exports: Readonly<Record<string, () => unknown>> } = { exports: {} };
  compileFunction(code, ["module", "require"], { filename: "definitions/examples.ts" })(
    module,
    (name: string) => modules[name],
  );
  return examples.map((example, index) => () => {
    const make = module.exports[`example${index}`];
    if (!make) throw new Error(`there is no example ${example}`);
    return make();
  });
}
