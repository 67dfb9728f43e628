import { making } from "../../keep/keeper.ts";
import { madeOnce } from "../../keep/made-once.ts";
import type { Files, OutputOfEach } from "../../output.ts";
import { drawPicture } from "../../pictures/draw-picture.ts";
import { panelOf, type PicturePanel } from "../../pictures/panel.ts";
import { pictureText, type PictureText, type Which } from "../../pictures/picture-text.ts";
import { themes, type Theme } from "../../pictures/theme.ts";
import type { RuleTest } from "../../rule-tests/rule-test.ts";
import type { TestedModel } from "../../rule-tests/tested-model.ts";
import { foldedBlock } from "../../text/markdown.ts";
import { printSvg, escapeXml } from "../../text/svg.ts";
import { pictureWidth } from "../../pictures/frame.ts";
import type { AlertModel } from "../../model/rule-model.ts";

/** What the rule test of each alert plays, and when it fires: a picture for each scenario, for light pages and for dark ones. */
export const alertPictures: OutputOfEach<TestedModel> = function* (model) {
  for (const ruleTest of model.ruleTests) {
    yield making(`pictures of ${ruleTest.rule.id}`, { ruleTest }, picturesOf);
  }
};

/** A picture, and what it says to whoever does not see it. */
interface ScenarioPicture {
  readonly rule: AlertModel;
  readonly panel: PicturePanel;
  readonly words: PictureText;
  readonly which: Which;
}

/** A card says what its pictures show. */
const scenarioPictures = madeOnce(
  ({ rule, testFile, traces }: RuleTest, model: TestedModel): readonly ScenarioPicture[] => {
    // What its author allowed to be without a scenario has nothing to show.
    if (rule.kind !== "alert" || testFile.tests.length === 0) return [];
    return traces.map((trace, index) => {
      const panel = panelOf(rule, trace, testFile, model);
      const which = { index, count: traces.length };
      return { rule, panel, words: pictureText(rule, panel, which), which };
    });
  },
);

function picturesOf({ ruleTest }: { readonly ruleTest: RuleTest }, model: TestedModel): Files {
  return Object.fromEntries(
    scenarioPictures(ruleTest, model).flatMap(({ rule, panel, words, which }) =>
      drawPicture(panel, words, which, themes).flatMap((root, index) => {
        const theme = themes[index];
        if (!theme) return [];
        const path = `docs/alerts/${picturePath(rule, which, theme)}`;
        return [[path, printSvg(root, { source: rule.place.file })]];
      }),
    ),
  );
}

/** The pictures of a tested alert, in the colours of the page: that of its first scenario, and the others folded. */
export function pictureBlocks(ruleTest: RuleTest, model: TestedModel): string[] {
  const [first, ...others] = scenarioPictures(ruleTest, model).map(pictureTag);
  if (first === undefined) return [];
  const title = `${others.length} more ${others.length === 1 ? "scenario" : "scenarios"}`;
  return [first, ...(others.length === 0 ? [] : [foldedBlock(title, others.join("\n\n"))])];
}

function pictureTag({ rule, words: { title, description }, which }: ScenarioPicture): string {
  const [light, dark] = (["light", "dark"] as const).map((name) =>
    escapeXml(encodeURI(picturePath(rule, which, { name }))),
  );
  return [
    "<picture>",
    `  <source media="(prefers-color-scheme: dark)" srcset="${dark}">`,
    `  <img src="${light}" width="${pictureWidth}" alt="${escapeXml(`${title}. ${description}`)}">`,
    "</picture>",
  ].join("\n");
}

/** Where a picture of an alert lies, from its card. That of the first scenario keeps its name when others are added. */
function picturePath(
  { name }: Pick<AlertModel, "name">,
  { index }: Which,
  theme: Pick<Theme, "name">,
): string {
  return `pictures/${name}${index === 0 ? "" : `-${index + 1}`}-${theme.name}.svg`;
}
