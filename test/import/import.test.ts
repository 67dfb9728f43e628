import { writeFileSync } from "node:fs";
import { format } from "prettier";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { knownProject } from "../new/new-in-project.ts";
import { projectWith } from "../project/make-project.ts";
import { importRules, type Imported } from "../../scripts/import/import-rules.ts";
import { type Inputs, readInputs } from "../../scripts/import/read-inputs.ts";
import { importReport } from "../../scripts/import/report.ts";
import type { Said } from "../../scripts/import/said.ts";
import { smallRules } from "./small-rules.ts";

let inputs: Inputs;
let imported: Imported;
let texts: ReadonlyMap<string, string>;

beforeAll(async () => {
  const folder = projectWith("examples/starter/definitions", afterAll);
  writeFileSync(join(folder, "rules.yml"), smallRules);
  const read = await readInputs([join(folder, "rules.yml")]);
  if ("refused" in read) throw new Error(read.refused);
  const remarks = read.remarks.map((one) => ({ ...one, place: { ...one.place, file: "rules.yml" } }));
  inputs = {
    ...read,
    remarks,
    rules: read.rules.map((rule) => ({ ...rule, place: { ...rule.place, file: "rules.yml" } })),
  };
  const known = await knownProject(folder);
  const made = await importRules({ ...inputs, name: "shop" }, known);
  if ("refused" in made) throw new Error(made.refused);
  imported = made;
  texts = new Map(made.files.map(({ path, text }) => [path, text]));
}, 120_000);

describe("rules become a service", () => {
  test("of files by its kinds of definitions", () => {
    expect(imported.files.map(({ kind, path }) => `${kind} ${path}`)).toEqual([
      "new definitions/services/shop/service.ts",
      "new definitions/services/shop/metrics.ts",
      "new definitions/services/shop/recordings.ts",
      "new definitions/services/shop/alerts.ts",
      "changed definitions/platform/severities.ts",
      "changed definitions/services/index.ts",
    ]);
  });
  test.each(["service", "metrics", "recordings", "alerts"])("%s, in words and with comments", (part) => {
    expect(texts.get(`definitions/services/shop/${part}.ts`)).toMatchSnapshot();
  });
  test("formatted as people format them", async () => {
    const options = { parser: "typescript", printWidth: 110 } as const;
    for (const [path, text] of texts) expect(await format(text, options), path).toBe(text);
  });
});

test("what was built is what was read", () => {
  expect(imported.differences).toEqual([]);
});

test("what is text, left out, or wrong in the input is said with its place", () => {
  const { asText, refused, found, toSettle } = importReport(imported, inputs.remarks);
  const said = (list: readonly Said[]) =>
    list.map(({ file, line, message }) => `${file}:${line}: ${message}`);
  expect(said(asText)).toEqual([
    'rules.yml:65: NoName: a selector without the name of a metric: {__name__=~"shop_.*"}',
  ]);
  expect(said(refused)).toEqual([
    "rules.yml:68: NeverMatches: alert \"NeverMatches\": 1:29: the sides of '/' never match: only the right has job, instance; say on (…) or ignoring (…)",
  ]);
  expect(said(found)).toEqual([
    "rules.yml:74: Broken: Prometheus refuses its expression: unexpected ')'",
    "rules.yml:53: SlowOnFullDisks '*' fails as soon as two series on its right differ only in job, mount: there must be exactly one series there per match (joins-are-unique)",
    "rules.yml:56: Heartbeat has no condition: it would fire for every series its expression returns (alerts-have-a-condition)",
    'rules.yml:65: NoName reads every series of every job that fits {__name__=~"shop_.*"} (selectors-are-pinned)',
    "rules.yml:8: job:orders_failed:ratio5m without traffic its ratio is not a number, and its ratio has no value before there is something to count (ratios-have-a-value)",
  ]);
  expect(said(toSettle)).toEqual([
    'definitions/platform/receivers.ts:12: receiver "team" is sent that "Heartbeat" resolved, which always fires: a check-in service takes that for a sign of life (heartbeats-only-stop)',
  ]);
});
