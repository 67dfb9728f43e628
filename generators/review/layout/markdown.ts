import { codeBlock, escapeMarkdown, inlineCode } from "../../text/markdown.ts";
import type { AcceptedReview } from "../accepted.ts";
import { changeGroups, type Item } from "../change.ts";
import { deciderText } from "./decider-text.ts";
import { blockTitle, laidOut, placeText, type AlertBlock, type Line } from "./laid-out.ts";
import { marker } from "./marker.ts";
import { summaryLines } from "./summary.ts";

/** GitHub takes 65,536 characters of a comment; what posts it may add some. */
const longest = 60_000;
/** For the last line, and the ends of what is open. */
const reserve = 500;

/** A review as a comment on a pull request. */
export function reviewMarkdown(review: AcceptedReview): string {
  const { alerts, sections } = laidOut(review);
  const [first = "", ...others] = summaryLines(review).map(plain);
  const isAll = alerts.length === 0 && sections.length === 0;
  const top = [marker, isAll ? first : `**${first}**`, ...others];
  const groups = [
    ...(alerts.length === 0 ? [] : [{ title: "Alerts", isOpen: true, parts: alerts.map(alertPart) }]),
    ...sections.map(({ title, lines }) => ({ title, isOpen: false, parts: lines.map(linePart) })),
  ];
  return `${cut(top.join("\n\n"), groups).join("\n\n")}\n`;
}

/** A piece of text that stays whole, with how many sentences it has. */
interface Part {
  readonly count: number;
  readonly text: string;
}

interface Group {
  readonly title: string;
  readonly isOpen: boolean;
  readonly parts: readonly Part[];
}

/** As many parts as a comment takes, and how many sentences were left out. */
function cut(top: string, groups: readonly Group[]): string[] {
  let left = longest - reserve - top.length;
  let omitted = 0;
  const shown = groups.map(({ title, isOpen, parts }) => {
    const fitting = parts.filter(({ text, count }) => {
      if (text.length + 2 > left) {
        left = Math.min(left, 0);
        omitted += count;
        return false;
      }
      left -= text.length + 2;
      return true;
    });
    return fitting.length === 0 ? [] : details(`${title} (${parts.length})`, isOpen, fitting);
  });
  const more =
    omitted === 0 ? [] : [`${omitted} sentences are left out here; \`signalbox diff\` prints them all.`];
  return [top, ...shown.flat(), ...more];
}

function details(title: string, isOpen: boolean, parts: readonly Part[]): string[] {
  const body = parts.map(({ text }) => text).join(isOpen ? "\n\n" : "\n");
  return [`<details${isOpen ? " open" : ""}>\n<summary>${title}</summary>`, body, "</details>"];
}

function alertPart(block: AlertBlock): Part {
  const { severity, place, items } = block;
  const title = [
    `**${plain(blockTitle(block))}**`,
    ...(severity === undefined ? [] : [plain(severity)]),
    ...(place === undefined ? [] : [inlineCode(placeText(place))]),
  ].join(" · ");
  const lines = items.map((item) => lineText(`${changeGroups[item.group].word}: `, [item]));
  return { count: items.length, text: [title, "", ...lines].join("\n") };
}

function linePart({ name, items }: Line): Part {
  return { count: items.length, text: lineText(`**${plain(name)}** `, items) };
}

/** A line of a list: what is said of one thing, and what is shown of it. */
function lineText(before: string, items: readonly Item[]): string {
  const line = `- ${before}${items.map(saidText).join("; ")}`;
  const shown = items.flatMap((item) => item.shown ?? []);
  if (shown.length === 0) return line;
  return [line, "", codeBlock("text", shown.join("\n")).replace(/^/gm, "  "), ""].join("\n");
}

function saidText(item: Item): string {
  const decider = deciderText(item);
  const how = decider === undefined ? "" : ` *${plain(`[${decider}]`)}*`;
  return `${plain(item.text)}${how} <sub>${item.fingerprint}</sub>`;
}

/** As it is written; whoever is named behind an @ is not called to read it. */
function plain(text: string): string {
  return escapeMarkdown(text).replace(/(?<!\w)@(?=\w)/g, "@\u200b");
}
