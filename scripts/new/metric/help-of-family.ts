import { openAnswer } from "../../code/open-answer.ts";
import type { Family } from "../../../generators/exposition/exposition.ts";

/** The help as a sentence; what nobody has said, a person must answer. */
export function helpOf({ help }: Family): string {
  const plain = help.replace(/[\s\p{Cc}\p{Cf}]+/gu, " ").trim();
  if (plain === "") return openAnswer("what does it measure?");
  return /[.!?\]]$/.test(plain) ? startedLarge(plain) : `${startedLarge(plain)}.`;
}

/** Only words of the language: `aof_enabled` stays a name. */
function startedLarge(sentence: string): string {
  const [first = ""] = sentence.split(" ");
  return /^[a-z]+[,:]?$/.test(first) ? first.slice(0, 1).toUpperCase() + sentence.slice(1) : sentence;
}
