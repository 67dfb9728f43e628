import type { AcceptedReview } from "../accepted.ts";
import type { Item } from "../change.ts";
import { changeClasses } from "../change-class.ts";
import { deciderText } from "./decider-text.ts";
import { summaryLines } from "./summary.ts";

/** Commands of a workflow of GitHub, which shows each sentence at its line: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
export function reviewAnnotations(review: AcceptedReview): string {
  const lines = review.blocks.flatMap(({ items }) => items).map(annotation);
  return `${[...lines, ...summaryLines(review)].join("\n")}\n`;
}

function annotation(item: Item): string {
  const { subject, text, shown = [] } = item;
  const decider = deciderText(item);
  const level = changeClasses[item.class].lookFirst === undefined ? "notice" : "warning";
  const { file, line } = subject.place ?? {};
  const properties = [
    ...(file === undefined ? [] : [`file=${property(file)}`]),
    ...(line === undefined ? [] : [`line=${line}`]),
    `title=${property(subject.name)}`,
  ];
  const how = decider === undefined ? "" : ` [${decider}]`;
  return `::${level} ${properties.join(",")}::${data([`${text}${how}`, ...shown].join("\n"))}`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
