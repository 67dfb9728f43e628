import { pictureWidth } from "../../../pictures/frame.ts";
import { panelsOf } from "../../../pictures/panel.ts";
import { pictureWords } from "../../../pictures/picture-words.ts";
import type { Proof } from "../../../rule-tests/proof.ts";
import type { ProvenModel } from "../../../rule-tests/proven-model.ts";
import { escapeXml } from "../../../text/svg.ts";
import { picturePath } from "./picture-path.ts";

/** The picture of a proven alert, in the colours of the page; who does not see it is told what it shows. */
export function pictureBlock(proof: Proof, model: ProvenModel): string[] {
  const { rule, testFile } = proof;
  if (rule.kind !== "alert" || testFile.tests.length === 0) return [];
  const { title, description } = pictureWords(rule, panelsOf(rule, proof, model));
  const [light, dark] = (["light", "dark"] as const).map((name) =>
    escapeXml(encodeURI(picturePath(rule, { name }))),
  );
  return [
    [
      "<picture>",
      `  <source media="(prefers-color-scheme: dark)" srcset="${dark}">`,
      `  <img src="${light}" width="${pictureWidth}" alt="${escapeXml(`${title}. ${description}`)}">`,
      "</picture>",
    ].join("\n"),
  ];
}
