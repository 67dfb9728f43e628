// What a person can take in at once: of a picture, and of its alternative text.
import { filesOfEach } from "../../generators/output.ts";
import { alertCards } from "../../generators/targets/docs/alert-cards.ts";
import type { TestedModel } from "../../generators/rule-tests/tested-model.ts";

/** What a laptop shows of a page at once, in pixels. */
export const screenHeight = 600;

const mostCharacters = 300;

/** The alternative text of each picture on the cards of all alerts. */
export function alternativeTexts(model: TestedModel): string[] {
  return Object.values(filesOfEach(alertCards, model)).flatMap((card) =>
    [...card.matchAll(/<img [^>]*\balt="([^"]*)"/g)].map(([, text = ""]) =>
      text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"),
    ),
  );
}

/** Whole sentences: it is not cut off, and says when the alert fires. */
export function isAlternativeText(text: string): boolean {
  return (
    text.length <= mostCharacters &&
    /^Rule test of \S.*\. The alert is (?:pending|firing) .*\.$/.test(text) &&
    !text.includes("…")
  );
}
