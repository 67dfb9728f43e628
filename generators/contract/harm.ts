import type { Read, Reader, ReaderKind } from "./contract.ts";

/** What a difference does to somebody who reads the metric. */
export type Harm = keyof typeof consequences;

type Wording = readonly [one: string, several: string];

/**
 * What becomes of a reader of each kind, of one and of several: each goes on after their names. The worst
 * comes first.
 */
export const consequences = {
  nothing: {
    alert: ["can no longer fire", "can no longer fire"],
    recording: ["records nothing", "record nothing"],
    panel: ["is empty", "are empty"],
    slo: ["has no data", "have no data"],
    runbook: ["has a question without an answer", "have questions without an answer"],
    dashboard: ["lacks what it marks or offers to choose", "lack what they mark or offer to choose"],
  },
  less: {
    alert: ["fires only by what is left of its condition", "fire only by what is left of their conditions"],
    recording: ["records less", "record less"],
    panel: ["shows less", "show less"],
    slo: ["counts less", "count less"],
    runbook: ["has a question with half an answer", "have questions with half an answer"],
    dashboard: ["marks or offers less", "mark or offer less"],
  },
  wrong: {
    alert: [
      "compares other numbers than it was written for",
      "compare other numbers than they were written for",
    ],
    recording: ["records wrong numbers", "record wrong numbers"],
    panel: ["shows wrong numbers", "show wrong numbers"],
    slo: ["counts wrongly", "count wrongly"],
    runbook: ["has a question with a wrong answer", "have questions with a wrong answer"],
    dashboard: ["marks or offers what is wrong", "mark or offer what is wrong"],
  },
  unseen: {
    alert: ["does not look at it", "do not look at it"],
    recording: ["does not record it", "do not record it"],
    panel: ["does not show it", "do not show it"],
    slo: ["does not count it", "do not count it"],
    runbook: ["does not ask for it", "do not ask for it"],
    dashboard: ["does not mark or offer it", "do not mark or offer it"],
  },
  mixed: {
    alert: ["no longer tells apart what it fires for", "no longer tell apart what they fire for"],
    recording: ["no longer tells apart what it records", "no longer tell apart what they record"],
    panel: ["draws one line for all", "draw one line for all"],
    slo: ["no longer tells apart what it counts", "no longer tell apart what they count"],
    runbook: [
      "has a question that is answered for all together",
      "have questions that are answered for all together",
    ],
    dashboard: [
      "no longer tells apart what it marks or offers",
      "no longer tell apart what they mark or offer",
    ],
  },
  more: {
    alert: ["fires once for each of its values", "fire once for each of its values"],
    recording: ["records more series", "record more series"],
    panel: ["draws more lines", "draw more lines"],
    slo: ["looks at more series", "look at more series"],
    runbook: ["has a question with more answers", "have questions with more answers"],
    dashboard: ["marks or offers more", "mark or offer more"],
  },
  late: {
    alert: ["finds no such series before the first event", "find no such series before the first event"],
    recording: [
      "records no such series before the first event",
      "record no such series before the first event",
    ],
    panel: ["shows no such series before the first event", "show no such series before the first event"],
    slo: ["counts no such series before the first event", "count no such series before the first event"],
    runbook: [
      "has a question that finds no such series before the first event",
      "have questions that find no such series before the first event",
    ],
    dashboard: [
      "marks or offers no such series before the first event",
      "mark or offer no such series before the first event",
    ],
  },
  fires: {
    alert: ["fires", "fire"],
    recording: ["records that it is missing", "record that it is missing"],
    panel: ["shows that it is missing", "show that it is missing"],
    slo: ["counts that it is missing", "count that it is missing"],
    runbook: ["has a question that says it is missing", "have questions that say it is missing"],
    dashboard: ["marks that it is missing", "mark that it is missing"],
  },
  unheld: {
    alert: ["is no longer kept silent by it", "are no longer kept silent by it"],
    recording: ["no longer leaves out what it should", "no longer leave out what they should"],
    panel: ["no longer leaves out what it should", "no longer leave out what they should"],
    slo: ["no longer leaves out what it should", "no longer leave out what they should"],
    runbook: [
      "has a question that no longer leaves out what it should",
      "have questions that no longer leave out what they should",
    ],
    dashboard: ["no longer leaves out what it should", "no longer leave out what they should"],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<ReaderKind, Wording>>>>;

/** All of them, the worst first. */
export const harms: readonly Harm[] = Object.keys(consequences).filter(isHarm);

function isHarm(word: string): word is Harm {
  return Object.hasOwn(consequences, word);
}

/** What becomes of a reader where the metric is gone, or only series of it. */
export function lostBy({ role }: Read, { firesWhenMissing }: Reader, gone: "metric" | "series"): Harm {
  switch (role) {
    case "needed":
      return "nothing";
    case "one of its own":
      return gone === "metric" ? "nothing" : "less";
    case "one of several":
      return "less";
    case "awaited missing":
      return "fires";
    case "keeps silent":
      return firesWhenMissing ? "fires" : "unheld";
  }
}
