import { formatDuration } from "../language/duration.ts";
import type { AlertModel } from "../model/rule-model.ts";
import { remarksOf } from "./drawn-strips.ts";
import type { PicturePanel } from "./panel.ts";
import type { Strip } from "./strip.ts";

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
  const description = panel.strips.reduce((text, strip) => {
    const longer = wordings(strip).map((sentence) => `${text} ${sentence}`);
    return longer.find((one) => start + one.length <= mostCharacters) ?? text;
  }, stateSentence(panel));
  return { title, description };
}

function scenarioWords({ index, count }: Which): string {
  return count > 1 ? `, scenario ${index + 1} of ${count}` : "";
}

function stateSentence({ states, moments, since }: PicturePanel): string {
  const spans = states.map(
    ({ text, fromMs, toMs }) =>
      `${text} from ${moment(fromMs - moments.badMs)} to ${moment(toMs - moments.badMs)}`,
  );
  return `The alert is ${spans.join(", ")} ${since.replace(/^since/, "after")}.`;
}

/** With its expression, or, where that is too long, without. */
function wordings(strip: Strip): string[] {
  const remarks = remarksOf(strip);
  if (remarks.length === 0) return [`The samples of ${strip.title}, without a threshold.`];
  return [strip.title, "What it compares"].map((title) => `${title}: ${remarks.join(", ")}.`);
}

function moment(ms: number): string {
  return formatDuration(Math.max(0, ms));
}
