import type { Files, Output } from "../../output.ts";
import { drawPicture } from "../../pictures/draw-picture.ts";
import { panelsOf } from "../../pictures/panel.ts";
import { pictureWords } from "../../pictures/picture-words.ts";
import { themes } from "../../pictures/theme.ts";
import type { Proof } from "../../rule-tests/proof.ts";
import type { ProvenModel } from "../../rule-tests/proven-model.ts";
import { printSvg } from "../../text/svg.ts";
import { picturePath } from "./alert-cards/picture-path.ts";

/** What the test of each alert plays, and when it fires: once for light pages and once for dark ones. */
export const alertPictures: Output<ProvenModel> = (model) =>
  Object.assign({}, ...model.proofs.map((proof) => picturesOf(proof, model)));

function picturesOf(proof: Proof, model: ProvenModel): Files {
  const { rule, testFile } = proof;
  // What its author allowed to be without a proof has nothing to show.
  if (rule.kind !== "alert" || testFile.tests.length === 0) return {};
  const panels = panelsOf(rule, proof, model);
  const drawn = drawPicture(panels, pictureWords(rule, panels), themes);
  return Object.fromEntries(
    themes.flatMap((theme, index) => {
      const root = drawn[index];
      return root
        ? [[`docs/alerts/${picturePath(rule, theme)}`, printSvg(root, { source: rule.place.file })]]
        : [];
    }),
  );
}
