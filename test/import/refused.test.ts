import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { knownProject } from "../new/new-in-project.ts";
import { projectWith } from "../project/make-project.ts";
import { importRules } from "../../scripts/import/import-rules.ts";
import { readInputs } from "../../scripts/import/read-inputs.ts";
import type { KnownProject } from "../../scripts/new/known-project.ts";

const rules = `groups:
  - name: shop
    rules:
      - alert: DiskFull
        expr: free_bytes < 1024
        labels: { severity: critical }
`;

async function starter(): Promise<KnownProject> {
  const folder = projectWith("examples/starter/definitions");
  writeFileSync(join(folder, "rules.yml"), rules);
  return knownProject(folder);
}

/** Why nothing is imported; what is written stands in what importRules() gives. */
async function refusal(known: KnownProject): Promise<string | undefined> {
  const inputs = await readInputs([join(known.project.root, "rules.yml")]);
  if ("refused" in inputs) throw new Error(inputs.refused);
  const made = await importRules({ ...inputs, name: "shop" }, known);
  return "refused" in made ? made.refused : undefined;
}

test("rules are imported into a project that compiles", async () => {
  expect(await refusal(await starter())).toBeUndefined();
}, 60_000);

test("an error in a file that import does not write", async () => {
  const known = await starter();
  writeFileSync(join(known.project.root, "definitions/extra.ts"), 'export const days: number = "three";\n');
  const refused = await refusal(known);
  expect(refused).toContain("definitions/extra.ts:1:");
  expect(refused).toContain("1 problem; rules are imported into a project that compiles");
  expect(readdirSync(join(known.project.root, "definitions/services"))).not.toContain("shop");
}, 60_000);

test("a project in which signalbox is not installed", async () => {
  const known = await starter();
  rmSync(join(known.project.root, "node_modules/signalbox"));
  expect(await refusal(known)).toMatch(/does not extend|is not installed/);
}, 60_000);
