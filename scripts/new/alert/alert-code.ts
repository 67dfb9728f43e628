import { type Code, keyOf, list, object, text } from "../../code/code.ts";
import { openAnswer } from "../../code/open-answer.ts";
import type { Exported } from "../known-project.ts";
import type { Needs } from "../module-path.ts";
import type { Condition } from "./condition.ts";

/** An alert that somebody wants. */
export interface WantedAlert {
  readonly name: string;
  readonly severity: Exported;
  readonly component: string;
  /** `5m`; undefined: as the condition suggests. */
  readonly hold: string | undefined;
  /** The service as people write it. */
  readonly title: string;
  /** What is measured, in a sentence. */
  readonly about: string;
  readonly condition: Condition;
  /** The export of the job that it says is down. */
  readonly downOf: string | undefined;
}

/** The alert as code, with open answers where a person must say something. */
export function alertCode(alert: WantedAlert): Code {
  const { severity, component, condition, title, downOf } = alert;
  return object(
    "alert",
    [
      { key: "severity", value: severity.name },
      { key: "component", value: text(component) },
      ...(downOf === undefined ? [] : [{ key: "downOf", value: downOf }]),
      { key: "expr", value: condition.expr },
      { key: "for", value: text(alert.hold ?? condition.hold) },
      { key: "scenario", value: condition.scenario },
      ...equivalentsOf(condition),
      { key: "summary", value: summaryOf(alert) },
      { key: "description", value: descriptionOf(alert) },
      { key: "impact", value: text(openAnswer(`what do the users of ${title} notice?`)) },
      { key: "actions", value: list([text(openAnswer("what is to be done first?"))]) },
    ],
    { wrapped: true },
  );
}

function equivalentsOf({ equivalentMutants = {} }: Condition) {
  const entries = Object.entries(equivalentMutants).map(([id, reason]) => ({
    key: keyOf(id),
    value: text(reason),
  }));
  return entries.length === 0 ? [] : [{ key: "equivalentMutants", value: object("", entries) }];
}

export function alertNeeds({ condition, severity }: WantedAlert): Needs {
  return { words: ["alert", ...condition.words], exports: [severity, ...condition.exports] };
}

/** `WaitingRoomFull` as people read it. */
export function wordsOfName(name: string): string {
  const words = name
    .replace(/([a-z0-9])(?=[A-Z])/g, "$1 ")
    .replace(/([A-Z])(?=[A-Z][a-z])/g, "$1 ")
    .split(" ");
  return words
    .map((word, index) => (index === 0 || /^[A-Z]{2}/.test(word) ? word : word.toLowerCase()))
    .join(" ");
}

function summaryOf({ name, condition }: WantedAlert): Code {
  const { labels, badState } = condition;
  const shown = labels
    .slice(0, 2)
    .map((label) => `\${labels.${label}}`)
    .join(", ");
  const which = shown === "" ? "" : ` (${shown})`;
  const subject = `${wordsOfName(name)} on \${labels.instance}${which}`;
  return badState !== undefined
    ? { kind: "arrow", parameters: "({ labels })", body: `\`${subject}\`` }
    : { kind: "arrow", parameters: "({ labels, value })", body: `\`${subject}: \${value}\`` };
}

function descriptionOf({ about, condition, hold }: WantedAlert): Code {
  const { sentence, guessed } = condition;
  if (guessed !== undefined) {
    return text(
      openAnswer(
        `which number is right, and why? ${guessed} in expr, and those in the scenario, are examples.`,
      ),
    );
  }
  if (sentence === undefined) return text(about);
  const words = sentence("${threshold}", durationWords(hold ?? condition.hold));
  return { kind: "arrow", parameters: "({ threshold })", body: `\`${escaped(about)} ${words}\`` };
}

/** As a template literal has it. */
function escaped(words: string): string {
  return words.replace(/[\\`]|\$(?=\{)/g, "\\$&");
}

const units: Readonly<Record<string, string>> = { s: "second", m: "minute", h: "hour", d: "day" };

/** `5 minutes` of `5m`. */
function durationWords(duration: string): string {
  const [, count = "", unit = ""] = /^(\d+)([smhd])$/.exec(duration) ?? [];
  const word = units[unit];
  return word === undefined ? duration : `${count} ${word}${count === "1" ? "" : "s"}`;
}
