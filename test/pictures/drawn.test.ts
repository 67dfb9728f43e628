import { describe, expect, test } from "vitest";
import { filesOfEach } from "../../generators/output.ts";
import { alertPictures } from "../../generators/targets/docs/alert-pictures.ts";
import { testedModel } from "../../generators/rule-tests/tested-model.ts";
import { pictureMistakes } from "../../generators/targets/docs/validation/picture-mistakes.ts";
import { geometry } from "../../generators/targets/docs/validators/pictures-shape.ts";
import { readXml } from "../../generators/targets/docs/validation/read-xml.ts";
import { exampleTestedModel } from "../example-model.ts";
import { model as everyShape } from "../rule-tests/every-shape.ts";
import { alternativeTexts, isAlternativeText, screenHeight } from "./limits.ts";
import { boxesOf, outside, overlaps } from "./boxes.ts";
import { oddAlerts, oddModel } from "./odd-shapes.ts";

const models = {
  "the alerts of the ticket shop": exampleTestedModel(),
  "alerts of every shape": testedModel(everyShape),
  "odd alerts": oddModel,
} as const;

describe.each(Object.entries(models))("%s", (_, model) => {
  const files = filesOfEach(alertPictures, model);
  const pictures = Object.entries(files);

  test("each scenario has two pictures", () => {
    const names = model.alerts.flatMap(({ name, scenarios }) =>
      scenarios.flatMap((_, index) => {
        const start = index === 0 ? name : `${name}-${index + 1}`;
        return [`${start}-dark`, `${start}-light`];
      }),
    );
    expect(Object.keys(files).sort()).toEqual(names.map((name) => `docs/alerts/pictures/${name}.svg`).sort());
  });

  test("the same model gives the same bytes", () => {
    expect(filesOfEach(alertPictures, model)).toEqual(files);
  });

  test("each has an alternative text of whole sentences that a screen reader can read in one go", () => {
    const texts = alternativeTexts(model);
    expect(texts).toHaveLength(pictures.length / 2);
    expect(texts.filter((text) => !isAlternativeText(text))).toEqual([]);
  });

  test.each(pictures)("%s is drawn well", (path, text) => {
    const read = readXml(text);
    if ("mistake" in read) throw new Error(read.mistake.message);
    expect(pictureMistakes(read.root)).toEqual([]);
    expect(Number(read.root.attributes.get("height"))).toBeLessThanOrEqual(screenHeight);
    const boxes = boxesOf(read.root);
    expect(overlaps(boxes)).toEqual([]);
    expect(outside(boxes, read.root)).toEqual([]);
    expect(geometry(text)).toBe(geometry(files[path.replace(/-(?:dark|light)\./, "-dark.")] ?? ""));
  });
});

test("the odd alerts have tests: nothing is drawn of those that are not", () => {
  expect(
    oddModel.ruleTests.flatMap(({ name, complaints }) =>
      complaints.map(({ message }) => `${name} ${message}`),
    ),
  ).toEqual([]);
  expect(oddModel.alerts).toHaveLength(Object.keys(oddAlerts).length);
  const untested = oddModel.ruleTests.map((ruleTest) => ({
    ...ruleTest,
    testFile: { ...ruleTest.testFile, tests: [] },
  }));
  expect(filesOfEach(alertPictures, { ...oddModel, ruleTests: untested })).toEqual({});
});
