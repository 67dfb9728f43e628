import { expect, test } from "vitest";
import { alternativeTexts, isAlternativeText, screenHeight } from "../pictures/limits.ts";
import { ownFiles, ownTestedModel } from "./own-model.ts";

test("no picture is higher than a screen", () => {
  const pictures = Object.entries(ownFiles()).filter(([path]) => path.endsWith(".svg"));
  expect(pictures.length).toBeGreaterThan(100);
  const high = pictures.filter(([, text]) => Number(/ height="(\d+)"/.exec(text)?.[1]) > screenHeight);
  expect(high.map(([path]) => path)).toEqual([]);
});

test("alternative texts are whole sentences that a screen reader can read in one go", () => {
  const texts = alternativeTexts(ownTestedModel());
  expect(texts.length).toBeGreaterThan(50);
  expect(texts.filter((text) => !isAlternativeText(text))).toEqual([]);
});
