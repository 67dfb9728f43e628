import type { Check, Finding } from "../check.ts";
import type { Model } from "../model/model.ts";
import { writtenTexts } from "./written-texts.ts";

/** What a person will read is there: summaries, descriptions, impacts, actions, and the help of metrics and panels. */
export const textsAreWritten: Check = {
  id: "texts-are-written",
  *find(model: Model): Iterable<Finding> {
    for (const [definition, name, texts] of writtenTexts(model)) {
      for (const [word, text] of Object.entries(texts)) {
        if (text === undefined || text.trim() !== "") continue;
        yield {
          definition,
          message: `${name} has an empty ${word}`,
          fix: `write its ${word}: somebody will read it`,
        };
      }
    }
  },
};
