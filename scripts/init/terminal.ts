import {
  type CANCEL_SYMBOL,
  confirm,
  intro,
  isCancel,
  multiselect,
  outro,
  select,
  text,
} from "@clack/prompts";
import type { Person } from "./ask.ts";

/** Somebody has pressed Ctrl-C, or Escape. */
export class Cancelled extends Error {}

/** The person at the terminal. Throws `Cancelled` when there are no more answers to come. */
export const personAtTerminal: Person = {
  text: async ({ message, proposed, example, complaint }) => {
    const answer = await text({
      message,
      ...(proposed === undefined ? {} : { initialValue: proposed }),
      placeholder: `${example === undefined ? "" : `${example} `}(Enter: leave open)`,
      validate: (written) => (written?.trim() ? complaint(written.trim()) : undefined),
    });
    return answered(answer)?.trim() || undefined;
  },
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
