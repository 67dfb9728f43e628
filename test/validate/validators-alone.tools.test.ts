import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { noSecretValues } from "../../generators/checks/texts/no-secret-values.ts";
import type { Files } from "../../generators/output.ts";
import { formatProblem } from "../../generators/problem.ts";
import { validators } from "../../generators/targets/index.ts";
import type { Shelf } from "../../scripts/kept/shelf.ts";
import { nothingKnown, soundBy, type Known } from "../../scripts/validate/known.ts";
import { secretScan } from "../../scripts/validate/secret-scan.ts";
import { lay } from "./lay.ts";
import { resultOf } from "./result-of.ts";
import { filesAfter, shopModel } from "./shop-subject.ts";
import { tamperings } from "./tamperings/index.ts";

function inMemory<Value>(): Shelf<Value> {
  const kept = new Map<string, Value>();
  return { get: (key) => kept.get(key), put: (key, value) => void kept.set(key, value), save: () => {} };
}

const outFolder = mkdtempSync(join(tmpdir(), "signalbox-alone-"));
// All validators are asked after each tampering: what none of them sees anew is asked once.
const known: Known = { ...nothingKnown(), answers: inMemory(), routed: inMemory(), sound: inMemory() };

afterAll(async () => {
  await known.alertmanagers.stop();
  rmSync(outFolder, { recursive: true, force: true });
});

let before: Files = {};

/** The validators that find something in the shop's out/ after these changes, with what they say. */
async function complaintsOf(files: Files): Promise<Record<string, string[]>> {
  lay(files, outFolder, before);
  before = files;
  const subject = { model: shopModel, outFolder, files, sound: soundBy(known) };
  const found = await Promise.all(
    validators.map(
      async (validator) => [validator.id, (await resultOf(validator, subject, known)).problems] as const,
    ),
  );
  const { result } = await secretScan({ texts: files, model: shopModel }, known.sound);
  const all = [...found, [noSecretValues.id, "missing" in result ? [] : result.problems] as const];
  return Object.fromEntries(
    all.flatMap(([id, problems]) => (problems.length === 0 ? [] : [[id, problems.map(formatProblem)]])),
  );
}

test("as it is, nobody complains", async () => {
  expect(await complaintsOf(filesAfter())).toEqual({});
});

test.each(tamperings.map((one) => [one.noticedBy, one.what, one.changes] as const))(
  "only %s notices %s",
  async (noticedBy, _what, changes) => {
    const complaints = await complaintsOf(filesAfter(changes));
    expect(complaints).toEqual({ [noticedBy]: expect.anything() });
    // No message prints a secret that it is about.
    expect(JSON.stringify(complaints)).not.toMatch(/opensesame|abcdefghij/);
  },
);

test("every validator has a tampering that only it notices", () => {
  const noticing = new Set(tamperings.map(({ noticedBy }) => noticedBy));
  const all = [...validators.map(({ id }) => id), noSecretValues.id];
  expect(all.filter((id) => !noticing.has(id))).toEqual([]);
});
