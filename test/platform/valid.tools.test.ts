import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Definitions } from "signalbox";
import { compile } from "../../generators/compile.ts";
import { resolve } from "../../generators/model/resolve.ts";
import { formatProblem } from "../../generators/problem.ts";
import { lookForTools } from "../../scripts/tools/find-tool.ts";
import { coverage } from "../../scripts/validate/validate.ts";
import { validators } from "../../generators/targets/index.ts";
import { runValidators } from "../../scripts/validate/run-validators.ts";
import type { ValidationSubject } from "../../generators/targets/validation/subject.ts";
import { grownBy } from "./grown.ts";
import { smallest } from "./smallest.ts";

// An empty cache of tools is filled here.
const patienceMs = 300_000;

function subjectOf(definitions: Definitions): ValidationSubject {
  const outFolder = mkdtempSync(join(tmpdir(), "signalbox-smallest-"));
  onTestFinished(() => rmSync(outFolder, { recursive: true, force: true }));
  const { files } = compile(definitions);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(outFolder, path)), { recursive: true });
    writeFileSync(join(outFolder, path), text);
  }
  return { model: resolve(definitions).model, outFolder, files };
}

const all = { "nothing more": smallest, ...definitionsOf(grownBy) };

function definitionsOf(grown: typeof grownBy): Readonly<Record<string, Definitions>> {
  return Object.fromEntries(Object.entries(grown).map(([name, { definitions }]) => [name, definitions]));
}

test.each(Object.entries(all))(
  "the smallest platform with %s is what the real tools take",
  { timeout: patienceMs },
  async (_, definitions) => {
    const subject = subjectOf(definitions);
    const validations = await runValidators(validators, subject, lookForTools);
    const problems = validations.flatMap(({ what, result }) =>
      "missing" in result ? [`${what}: ${result.missing.message}`] : result.problems.map(formatProblem),
    );
    expect(problems).toEqual([]);
    expect(coverage(subject.files, validators).problems).toEqual([]);
  },
);

test(
  "a program is only asked for where it has files to validate",
  async () => {
    const asked: string[] = [];
    await runValidators(validators, subjectOf(smallest), (names) => {
      asked.push(...names);
      return lookForTools(names);
    });
    expect(asked).not.toContain("blackbox_exporter");
  },
  patienceMs,
);
