import { explained } from "../generators/checks/index.ts";
import { suggestion } from "../generators/text/suggestion.ts";
import { commandOfWord, exitCodes, type ExitCode } from "./command-line.ts";
import { firstSentence } from "./explain/check-pages.ts";
import { explanation, wrapped } from "./explain/explanation.ts";
import { otherProblems } from "./explain/other-problems.ts";

/** Says why a check matters, with an example, and how to suppress what it finds. */
export const explainCommand = commandOfWord({
  name: "explain",
  summary: "Says why a check matters, with a wrong and a right example, and how to suppress what it finds.",
  word: "CHECK",
  wordHelp: "CHECK is the id in brackets after a problem. Without it, all checks are listed.",
  options: {},
  run: explain,
});

async function explain(id: string | undefined): Promise<ExitCode> {
  if (id === undefined) return say(list());
  const check = explained.find((one) => one.id === id);
  if (check) return say(explanation(check));
  const other = Object.hasOwn(otherProblems, id) ? otherProblems[id] : undefined;
  if (other !== undefined) return say(`${id}\n\n${wrapped(other)}\n\nIt cannot be suppressed.\n`);
  // Loaded only now: they need the libraries of everything that they look at.
  const { validators } = await import("../generators/targets/index.ts");
  const validator = validators.find((one) => one.id === id);
  if (validator) return say(aboutValidator(validator));
  const ids = [...explained, ...validators].map((one) => one.id).concat(Object.keys(otherProblems));
  process.stderr.write(`There is no check '${id}'${suggestion(id, ids)}. ${idsWith(id)}`);
  return exitCodes.wrongUse;
}

function say(text: string): ExitCode {
  process.stdout.write(text);
  return exitCodes.success;
}

function list(): string {
  const lines = explained.map(
    ({ id, why }) => `${id}\n${wrapped(firstSentence(why)).replace(/^/gm, "  ")}\n`,
  );
  return `${lines.join("")}\n"signalbox explain <check>" says more, with an example.\n`;
}

/** The checks about a word, such as `inhibitions`; all of them where none has it. */
function idsWith(word: string): string {
  const about = explained.filter(({ id }) => id.includes(word));
  const lines = (about.length > 0 ? about : explained).map(({ id }) => `  ${id}\n`).join("");
  return `${about.length > 0 ? "These have the word in their name" : "These are all"}:\n\n${lines}`;
}

function aboutValidator({ id, what }: { readonly id: string; readonly what: string }): string {
  const text = `A validator of "signalbox validate", about ${what}: it checks what was generated with the program that will read it, with that program's schema, or with a second implementation. Where they disagree, the program is right. It does not check the definitions, so it cannot be suppressed: correct the definition that the problem names.`;
  return `${id}\n\n${wrapped(text)}\n`;
}
