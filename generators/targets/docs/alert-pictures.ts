import type { Files, Output } from "../../output.ts";
import { drawPicture } from "../../pictures/draw-picture.ts";
import { panelsOf, pictureText } from "../../pictures/panel.ts";
import { themes, type Theme } from "../../pictures/theme.ts";
import type { RuleTest } from "../../rule-tests/rule-test.ts";
import type { TestedModel } from "../../rule-tests/tested-model.ts";
import { printSvg, escapeXml } from "../../text/svg.ts";
import { pictureWidth } from "../../pictures/frame.ts";
import type { AlertModel } from "../../model/rule-model.ts";

/** The series in the rule test of each alert, and when it fires: once for light pages and once for dark ones. */
export const alertPictures: Output<TestedModel> = (model) =>
  Object.assign({}, ...model.ruleTests.map((ruleTest) => picturesOf(ruleTest, model)));

function picturesOf(ruleTest: RuleTest, model: TestedModel): Files {
  const { rule, testFile } = ruleTest;
  // What its author allowed to be without a scenario has nothing to show.
  if (rule.kind !== "alert" || testFile.tests.length === 0) return {};
  const panels = panelsOf(rule, ruleTest, model);
  const drawn = drawPicture(panels, pictureText(rule, panels), themes);
  return Object.fromEntries(
    themes.flatMap((theme, index) => {
      const root = drawn[index];
      return root
        ? [[`docs/alerts/${picturePath(rule, theme)}`, printSvg(root, { source: rule.place.file })]]
        : [];
    }),
  );
}

/** The picture of a tested alert, in the colours of the page, with a description for those who do not see it. */
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

/** Where the picture of an alert lies, from its card. */
function picturePath({ name }: Pick<AlertModel, "name">, theme: Pick<Theme, "name">): string {
  return `pictures/${name}-${theme.name}.svg`;
}
