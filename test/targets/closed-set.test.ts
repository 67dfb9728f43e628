import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Making } from "../../generators/keep/keeper.ts";
import type { Files } from "../../generators/output.ts";
import type { TestedModel } from "../../generators/rule-tests/tested-model.ts";
import { filesInTurn, filesOfTarget, targets } from "../../generators/targets/index.ts";
import type { Target } from "../../generators/targets/target.ts";
import { manifestPath } from "../../scripts/build/manifest.ts";
import { exampleCompiled, exampleTestedModel } from "../example-model.ts";
import { compilerOutput, fromRoot } from "../language/compile.ts";
import { root, sourceFiles } from "../layout/source-files.ts";

const parts = ["outputs", "validators"] as const satisfies readonly (keyof Target)[];
const ofValidators = {
  program: ["id", "what", "covers", "by", "program", "validate", "mustRefuse"],
  schema: ["id", "what", "covers", "by", "schema", "placeOf", "mustRefuse"],
} as const;

/** A program that nothing is written for. */
const loki = `
import type { Target, TargetName } from ${fromRoot("generators/targets/target.ts")};
import { targets } from ${fromRoot("generators/targets/index.ts")};
import type { ProgramValidator } from ${fromRoot("generators/targets/validation/program.ts")};
import type { SchemaValidator } from ${fromRoot("generators/targets/validation/validator.ts")};
import { blackboxConfig } from ${fromRoot("generators/targets/blackbox/validators/blackbox-config.ts")};
import { probesShape } from ${fromRoot("generators/targets/blackbox/validators/probes-shape.ts")};

export const all: Readonly<Record<TargetName | "loki", Target>> = targets;
export const unvalidated: Target = { ...targets.blackbox, validators: [] };
${parts.map((part) => lacking("Target", "targets.blackbox", part, "target")).join("\n")}
${ofValidators.program.map((part) => lacking("ProgramValidator", "blackboxConfig", part, "program")).join("\n")}
${ofValidators.schema.map((part) => lacking("SchemaValidator", "probesShape", part, "schema")).join("\n")}
`;

function lacking(type: string, whole: string, part: string, prefix: string): string {
  const name = `${prefix}_without_${part}`;
  return `const { ${part}: ${name}_dropped, ...${name}_rest } = ${whole};
export const ${name}: ${type} = ${name}_rest;
export { ${name}_dropped };`;
}

describe("a made-up target, of which something is missing", () => {
  const errors = compilerOutput({ loki })
    .split("\n")
    .filter((line) => /^\S+\(\d+,\d+\): /.test(line));
  const missing = errors.map((line) => /Property '([\w-]+)' is missing/.exec(line)?.[1]);

  test("the compiler says that the record lacks it", () => {
    expect(missing[0]).toBe("loki");
  });

  test("the compiler refuses a target without a validator", () => {
    expect(errors[1]).toContain("Type '[]' is not assignable to type 'readonly [Validator, ...Validator[]]'");
  });

  test("the compiler names each part that the target, or a validator of it, lacks", () => {
    expect(missing.slice(2)).toEqual([...parts, ...ofValidators.program, ...ofValidators.schema]);
  });
});

function pathsOf(makings: Iterable<Making<TestedModel, Files>>): string[] {
  return [...makings].flatMap(({ make }) => Object.keys(make(exampleTestedModel())));
}

describe.each(Object.entries(targets))("%s", (name, target) => {
  const { validators } = target;
  const written = () => pathsOf(filesOfTarget(name, target, exampleTestedModel()));

  test("every file that it writes is covered by one of its validators", () => {
    const paths = written();
    expect(paths).not.toEqual([]);
    expect(paths.filter((path) => !validators.some(({ covers }) => covers(path)))).toEqual([]);
  });

  test("no validator of it waits for files that it does not write", () => {
    const paths = written();
    expect(validators.filter(({ covers }) => !paths.some(covers)).map(({ id }) => id)).toEqual([]);
  });

  test("a validator is a file of its name, and its id is unique", () => {
    const files = readdirSync(join(root, "generators/targets", name, "validators"));
    expect(files.sort()).toEqual(validators.map(({ id }) => `${id}.ts`).sort());
  });
});

test("no two things that are made share a name", () => {
  const names = [...filesInTurn(exampleTestedModel())].map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test("the targets write every file of out/, and no file twice", () => {
  const model = exampleTestedModel();
  const written = pathsOf(filesInTurn(model));
  expect(new Set(written).size).toBe(written.length);
  const compiled = Object.keys(exampleCompiled().files).filter((path) => path !== manifestPath);
  expect(written.sort()).toEqual(compiled.sort());
});

test("a target is a folder of its name, and ids of validators are unique", () => {
  const folders = sourceFiles("generators/targets").flatMap(
    ({ path }) => /^generators\/targets\/([^/]+)\/index\.ts$/.exec(path)?.[1] ?? [],
  );
  expect(folders.sort()).toEqual(Object.keys(targets).sort());
  const ids = Object.values(targets).flatMap(({ validators }) => validators.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
});
