import { listed } from "../text/listed.ts";
import { formatDuration } from "../language/duration.ts";
import type { AlertModel } from "../model/rule-model.ts";
import { valueText } from "./marks.ts";
import type { PicturePanel } from "./panel.ts";
import type { Mark, Strip } from "./strip.ts";

/** What a picture says to whoever cannot see it. */
export interface PictureText {
  readonly title: string;
  readonly description: string;
}

/** Which of the scenarios of an alert a picture shows. */
export interface Which {
  /** From 0. */
  readonly index: number;
  readonly count: number;
}

/** A screen reader reads an alternative text as one piece: more of it than this nobody can follow. */
const mostCharacters = 300;
/** A name that is longer leaves no room for what there is to say. */
const longestName = 150;

/** Whole sentences, as many as there is room for: when it fires, then what it looks at. */
export function pictureText(
  { name }: Pick<AlertModel, "name">,
  panel: PicturePanel,
  which: Which,
): PictureText {
  const title = `Rule test of ${name.length > longestName ? "this alert" : name}${scenarioWords(which)}`;
  const start = title.length + ". ".length;
  const description = panel.strips.reduce((text, strip, index) => {
    const longer = wordings(strip, index, panel.strips.length).map((sentence) => `${text} ${sentence}`);
    return longer.find((one) => start + one.length <= mostCharacters) ?? text;
  }, stateSentence(panel));
  return { title, description };
}

function scenarioWords({ index, count }: Which): string {
  return count > 1 ? `, scenario ${index + 1} of ${count}` : "";
}

function stateSentence({ states, moments, since }: PicturePanel): string {
  const spans = states.map(({ kind, text, fromMs, toMs }) => {
    const [from, to] = [fromMs, toMs].map((ms) => moment(ms - moments.badMs));
    return kind === "ending" ? `over by ${to}` : `${text} from ${from} to ${to}`;
  });
  return `The alert is ${listed(spans)} ${since.replace(/^since/, "after")}.`;
}

/** With its expression, or, where that is too long, in words or without; where that is too long too, only what it is compared with. */
function wordings(strip: Strip, index: number, count: number): string[] {
  const remarks = [...strip.marks.map((mark) => markWords(mark, strip.unit)), ...gapWords(strip)];
  if (remarks.length === 0) return [`The samples of ${strip.title}, without a threshold.`];
  const short = count > 1 ? `Comparison ${index + 1} of ${count}` : "What it compares";
  const [first = ""] = remarks;
  const titles = [strip.title, ...(strip.words === undefined ? [] : [strip.words]), short];
  return [
    ...titles.map((title) => `${title.replace(/^the /, "The ")}: ${listed(remarks)}.`),
    ...(strip.marks[0]?.kind === "threshold" ? [`${short}: ${first}.`] : []),
  ];
}

function markWords({ kind, value, text }: Mark, unit: string): string {
  switch (kind) {
    case "threshold":
      return text.replace(/^needs/, "must be");
    case "limit":
      return `silent at ${valueText(value, unit)}`;
    case "ok":
      return text.startsWith("always") ? text : `${valueText(value, unit)} when all is well`;
    case "firing":
      return `${valueText(value, unit)} when it fires`;
  }
}

function gapWords({ gaps }: Strip): string[] {
  return gaps.length > 0 ? ["at times without data"] : [];
}

function moment(ms: number): string {
  return formatDuration(Math.max(0, ms));
}
