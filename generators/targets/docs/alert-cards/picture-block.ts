import { pictureWidth } from "../../../pictures/frame.ts";
import { panelsOf } from "../../../pictures/panel.ts";
import { pictureText } from "../../../pictures/picture-text.ts";
import type { RuleTest } from "../../../rule-tests/rule-test.ts";
import type { TestedModel } from "../../../rule-tests/tested-model.ts";
import { escapeXml } from "../../../text/svg.ts";
import { picturePath } from "./picture-path.ts";

/** The picture of a proven alert, in the colours of the page; who does not see it is told what it shows. */
export function pictureBlock(ruleTest: RuleTest, model: TestedModel): string[] {
  const { rule, testFile } = ruleTest;
  if (rule.kind !== "alert" || testFile.tests.length === 0) return [];
  const { title, description } = pictureText(rule, panelsOf(rule, ruleTest, model));
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
