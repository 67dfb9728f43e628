import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { exampleDrawn } from "../../scripts/pictures/example-pictures.ts";
import { projectPictures } from "../../scripts/pictures/project-pictures.ts";
import { findTool } from "../../scripts/tools/find-tool.ts";
import { definitions, exampleTestedModel } from "../example-model.ts";
import { root } from "../layout/source-files.ts";
import { sheetMistakes } from "./sheet-mistakes.ts";

const folder = join(root, "docs/pictures");
const pictures = await projectPictures(
  exampleDrawn,
  definitions,
  exampleTestedModel(),
  await findTool("amtool"),
);

test('docs/pictures/ is fresh; "npm run docs:pictures" makes it so', () => {
  expect(readdirSync(folder).sort()).toEqual(Object.keys(pictures).sort());
  const stale = Object.entries(pictures).filter(
    ([name, text]) => readFileSync(join(folder, name), "utf8") !== text,
  );
  expect(stale.map(([name]) => name)).toEqual([]);
});

test.each(Object.entries(pictures))("%s is drawn well", (_, text) => {
  expect(sheetMistakes(text)).toEqual([]);
});

test("what is drawn is what fires", () => {
  const words = pictures["dashboard-light.svg"] ?? "";
  expect(words).toContain(`>${exampleDrawn.alert}</text>`);
  expect(pictures["notification-light.svg"]).toContain(`FIRING ${exampleDrawn.alert} (high)`);
});
