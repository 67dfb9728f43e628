import {
  type CANCEL_SYMBOL,
  confirm,
  intro,
  isCancel,
  multiselect,
  outro,
  select,
  text,
  type TextOptions,
} from "@clack/prompts";
import type { Person, TextQuestion } from "./ask.ts";

/** Somebody has pressed Ctrl-C, or Escape. */
export class Cancelled extends Error {}

/** The person at the terminal. Throws `Cancelled` when there are no more answers to come. */
export const personAtTerminal: Person = {
  text: async (question) => answered(await text(promptFor(question)))?.trim() || undefined,
  yesOrNo: async (message) => answered(await confirm({ message, initialValue: true })),
  one: async (message, choices) => {
    const options = choices.map(({ value, label }) => ({ value: String(value), label }));
    const answer = answered(await select({ message, options }));
    const [first] = choices;
    const chosen = choices.find(({ value }) => value === answer) ?? first;
    if (chosen === undefined) throw new Error("nothing to choose from");
    return chosen.value;
  },
  several: async (message, choices) => {
    const options = choices.map(({ value, label }) => ({ value: String(value), label }));
    const answers = answered(await multiselect({ message, options, required: false }));
    return choices.map(({ value }) => value).filter((value) => answers.includes(value));
  },
};

/** A line to write on: what is typed is the answer, and takes the place of what is proposed. */
export function promptFor({ message, proposed, example, complaint }: TextQuestion): TextOptions {
  const validate: TextOptions["validate"] = (written) =>
    written?.trim() ? complaint(written.trim()) : undefined;
  if (proposed !== undefined)
    return { message, defaultValue: proposed, placeholder: `Enter: ${proposed}`, validate };
  const such = example === undefined ? "" : `, or such as ${example}`;
  return { message, placeholder: `Enter: leave open${such}`, validate };
}

/** Asks between two lines that say where it begins and ends. */
export async function withFrame<T>(title: string, asking: () => Promise<T>): Promise<T> {
  intro(title);
  const answers = await asking();
  outro("That is all.");
  return answers;
}

function answered<T>(answer: T | typeof CANCEL_SYMBOL): T {
  if (isCancel(answer)) throw new Cancelled();
  return answer;
}
