import type { Place } from "../../language/place.ts";
import type { AcceptedReview } from "../accepted.ts";
import type { Item } from "../change.ts";
import { changeClasses } from "../change-class.ts";
import { deciderText } from "./decider-text.ts";
import { blockTitle, laidOut } from "./laid-out.ts";
import { summaryLines } from "./summary.ts";

/** Commands of a workflow of GitHub, which shows each sentence at its line: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
export function reviewAnnotations(review: AcceptedReview): string {
  const { alerts, sections } = laidOut(review);
  const ofAlerts = alerts.flatMap((block) => {
    const { severity, place, items } = block;
    const title = [blockTitle(block), ...(severity === undefined ? [] : [severity])].join(" ");
    return items.map((item) => annotation(item, title, place));
  });
  const ofOthers = sections
    .flatMap(({ lines }) => lines)
    .flatMap(({ name, items }) => items.map((item) => annotation(item, name, item.subject.place)));
  return `${[...ofAlerts, ...ofOthers, ...summaryLines(review)].join("\n")}\n`;
}

function annotation(item: Item, title: string, place: Place | undefined): string {
  const { text, shown = [] } = item;
  const decider = deciderText(item);
  const level = changeClasses[item.class].lookFirst === undefined ? "notice" : "warning";
  const properties = [
    ...(place === undefined ? [] : [`file=${property(place.file)}`, `line=${place.line}`]),
    `title=${property(title)}`,
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
