import type { AcceptedReview } from "../accepted.ts";
import { changeGroups, type ChangeGroup, type Item } from "../change.ts";
import { deciderText } from "./decider-text.ts";
import { blockTitle, laidOut, placeText, type AlertBlock, type Section } from "./laid-out.ts";
import { summaryLines } from "./summary.ts";

/** Where the place stands: behind most names on a line of a terminal. */
const placeColumn = 64;
/** As wide as the longest word of a group, with a space. */
const wordWidth = 7;

/** A review for a terminal. */
export function reviewText(review: AcceptedReview): string {
  const { alerts, sections } = laidOut(review);
  const blocks = [summaryLines(review).join("\n"), ...alerts.map(alertText), ...sections.map(sectionText)];
  return `${blocks.join("\n\n")}\n`;
}

function alertText(block: AlertBlock): string {
  const title = [blockTitle(block), ...(block.severity === undefined ? [] : [block.severity])].join("   ");
  const head =
    block.place === undefined ? title : `${title.padEnd(placeColumn - 1)} ${placeText(block.place)}`;
  let before: ChangeGroup | undefined;
  const lines = block.items.flatMap((item) => {
    const word = item.group === before ? "" : changeGroups[item.group].word;
    before = item.group;
    return itemLines(`  ${word.padEnd(wordWidth)}`, item);
  });
  return [head, ...lines].join("\n");
}

function sectionText({ title, lines }: Section): string {
  return [title, ...lines.flatMap(({ name, items }) => lineTexts(name, items))].join("\n");
}

function lineTexts(name: string, items: readonly Item[]): string[] {
  const shown = items.flatMap((item) => item.shown ?? []);
  return [`  ${name}   ${items.map(saidText).join("; ")}`, ...shown.map(shownLine)];
}

function itemLines(start: string, item: Item): string[] {
  return [`${start}${saidText(item)}`, ...(item.shown ?? []).map(shownLine)];
}

function saidText(item: Item): string {
  const how = deciderText(item);
  return how === undefined ? item.text : `${item.text}   [${how}]`;
}

function shownLine(line: string): string {
  return " ".repeat(wordWidth + 4) + line;
}
