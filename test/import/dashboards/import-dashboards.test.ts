import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "prettier";
import { afterAll, beforeAll, expect, test } from "vitest";
import { boardDifferences } from "../../../scripts/import/dashboards/compared-boards.ts";
import { importRules, type Imported } from "../../../scripts/import/import-rules.ts";
import { readInputs } from "../../../scripts/import/read-inputs.ts";
import { importReport } from "../../../scripts/import/report.ts";
import { triedOut, type Tryout } from "../../../scripts/import/tryout.ts";
import { knownProject } from "../../new/new-in-project.ts";
import { projectWith } from "../../project/make-project.ts";
import { smallBoard } from "./small-board.ts";

let imported: Imported;
let built: Tryout["model"];
let texts: ReadonlyMap<string, string>;

beforeAll(async () => {
  const folder = projectWith("examples/starter/definitions", afterAll);
  writeFileSync(join(folder, "board.json"), JSON.stringify(smallBoard, undefined, 2));
  const read = await readInputs([join(folder, "board.json")]);
  if ("refused" in read) throw new Error(read.refused);
  const known = await knownProject(folder);
  const made = await importRules({ ...read, name: "shop" }, known);
  if ("refused" in made) throw new Error(made.refused);
  imported = made;
  built = (await triedOut(known.project, made.files)).model;
  texts = new Map(made.files.map(({ path, text }) => [path, text]));
}, 120_000);

test("a dashboard becomes a file of a service, with the metrics that it reads", () => {
  expect(imported.files.map(({ kind, path }) => `${kind} ${path}`)).toEqual([
    "new definitions/services/shop/service.ts",
    "new definitions/services/shop/metrics/index.ts",
    "new definitions/services/shop/metrics/others.ts",
    "new definitions/services/shop/metrics/targets.ts",
    "new definitions/services/shop/dashboards.ts",
    "changed definitions/services/index.ts",
  ]);
  expect(texts.get("definitions/services/shop/dashboards.ts")).toMatchSnapshot();
});

test("it is formatted as people format them", async () => {
  for (const [path, text] of texts)
    expect(await format(text, { parser: "typescript", printWidth: 110 }), path).toBe(text);
});

test("what was built is what was read", () => {
  expect(imported.boards.differences).toEqual([]);
  expect(imported.problems).toEqual([]);
});

test("what stays JSON is said with its place, and so is what a check has against a panel", () => {
  const { panels, asJson, lost, found } = importReport(imported, []);
  expect(panels).toBe(3);
  expect(asJson.map(({ line, message }) => `${line > 100} ${message}`)).toEqual([
    "true Waiting: an import has no word for a panel of histogram",
  ]);
  expect(lost.map(({ message }) => message)).toEqual([
    "Box office / Halls: a link to all dashboards with a tag",
    "Box office / Halls: the annotation Starts",
  ]);
  expect(found).toEqual([]);
});

test("a choice without a word makes the dashboard another one, which is said", () => {
  const [board] = imported.boards.boards;
  if (!board || !built) throw new Error("it was not built");
  const interval = {
    name: "step",
    type: "interval",
    title: "Step",
    query: "1m,5m",
    json: {},
    place: board.place,
  };
  const differences = boardDifferences([{ ...board, variables: [...board.variables, interval] }], built);
  expect(differences.map(({ what, is }) => [what, is])).toEqual([["the variable step", ""]]);
});
