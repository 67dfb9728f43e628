import type { Files, Output } from "../../output.ts";
import { drawPicture } from "../../pictures/draw-picture.ts";
import { panelsOf } from "../../pictures/panel.ts";
import { pictureText } from "../../pictures/picture-text.ts";
import { themes } from "../../pictures/theme.ts";
import type { RuleTest } from "../../rule-tests/rule-test.ts";
import type { TestedModel } from "../../rule-tests/tested-model.ts";
import { printSvg } from "../../text/svg.ts";
import { picturePath } from "./alert-cards/picture-path.ts";

/** What the test of each alert plays, and when it fires: once for light pages and once for dark ones. */
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
