import type { Check, Finding } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import { writtenTexts } from "../reading/written-texts.ts";

/**
 * What a person will read is there: summaries, descriptions, impacts, actions, and the help of metrics and panels. What is
 * between backticks is shown as code, so they come in pairs.
 */
export const textsAreWritten: Check = {
  id: "texts-are-written",
  why: "Whoever is paged at night decides by the summary, the impact and the actions whether to get up. If one is empty, they have to guess.",
  source: "https://prometheus.io/docs/practices/alerting/",
  wrong: `
export const ManyOrders = alert({
  ...rest,
  expr: orderRate.gt(5),
  summary: " ",
});
`,
  right: `
export const ManyOrders = alert({
  ...rest,
  expr: orderRate.gt(5),
  summary: "The shop takes more orders than it can pack",
});
`,
  *find(model: Model): Iterable<Finding> {
    for (const [definition, name, texts] of writtenTexts(model)) {
      for (const [word, text] of Object.entries(texts)) {
        if (text === undefined) continue;
        if (text.trim() === "") {
          yield {
            definition,
            message: `${name} has an empty ${word}`,
            fix: `write its ${word}: somebody on call will read it`,
          };
        } else if (hasOpenBacktick(text)) {
          yield {
            definition,
            message: `${name} has a backtick in its ${word} that no other closes`,
            fix: "put a backtick on both sides of a command, as in `docker compose ps`, or none at all",
          };
        }
      }
    }
  },
};

/** A template may have backticks of its own: they begin and end its texts. */
function hasOpenBacktick(text: string): boolean {
  const outside = text.replace(/\{\{.*?\}\}/gs, "");
  return (outside.match(/`/g) ?? []).length % 2 === 1;
}
