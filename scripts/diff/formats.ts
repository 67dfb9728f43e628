import type { AcceptedReview } from "../../generators/review/accepted.ts";
import { reviewAnnotations } from "../../generators/review/layout/github.ts";
import { reviewJson } from "../../generators/review/layout/json.ts";
import { reviewMarkdown } from "../../generators/review/layout/markdown.ts";
import { reviewText } from "../../generators/review/layout/text.ts";

/** How a review can be printed: for a terminal, a comment, a program, and the lines of a pull request. */
export type Format = "text" | "markdown" | "json" | "github";

/** @param taken what was compared */
type Print = (review: AcceptedReview, taken: string) => string;

export const formats: Readonly<Record<Format, Print>> = {
  text: reviewText,
  markdown: reviewMarkdown,
  json: reviewJson,
  github: reviewAnnotations,
};

export const formatNames: readonly string[] = Object.keys(formats);

export function isFormat(name: string): name is Format {
  return Object.hasOwn(formats, name);
}
