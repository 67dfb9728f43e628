import { explained } from "../generators/checks/index.ts";
import { explainedEntries } from "./ask/explained-entries.ts";
import { commandOfWord, type ExitCode, say } from "./command-line.ts";
import { firstSentence } from "./explain/check-pages.ts";
import { explanation, howToSuppress, wrapped } from "./explain/explanation.ts";
import { otherProblems } from "./explain/other-problems.ts";
import { wordNames, wordText } from "./explain/word-text.ts";
import { jsonText } from "./json-problems.ts";

/** Says why a check matters, what a word of the language does, or what something of the project is and what hangs on it. */
export const explainCommand = commandOfWord({
  name: "explain",
  summary:
    "Says why a check matters, with an example, or what an alert, a metric, a panel … is, what it rests on and whom it reaches.",
  word: "NAME",
  wordHelp:
    "NAME is the id in brackets after a problem, a word or method of the language, or the name of an alert, metric, recording, job, panel, route or receiver of the project. Without it, all checks are listed.",
  options: { json: { type: "boolean", help: "the same as JSON, for a program" } },
  run: (name, { json = false }) => explain(name, json),
});

async function explain(id: string | undefined, json: boolean): Promise<ExitCode> {
  if (id === undefined)
    return say(json ? jsonText(explained.map(({ id: one, why }) => ({ id: one, why }))) : list());
  const about = await explainedByEngine(id);
  if (about) return say(json ? jsonText([about.facts]) : about.text());
  return explainedEntries(id, json, { names: await namesOfEngine(id), choices: idsWith(id) });
}

/** What the engine itself knows of a name. */
interface Known {
  readonly facts: object;
  readonly text: () => string;
}

async function explainedByEngine(id: string): Promise<Known | undefined> {
  const check = explained.find((one) => one.id === id);
  if (check) {
    const { why, source, wrong, right } = check;
    const facts = { kind: "check", id, why, source, wrong, right, suppress: howToSuppress(check) };
    return { facts, text: () => explanation(check) };
  }
  const word = wordText(id);
  if (word !== undefined) return { facts: { kind: "word", name: id, text: word }, text: () => word };
  const other = Object.hasOwn(otherProblems, id) ? otherProblems[id] : undefined;
  if (other !== undefined) {
    const text = `${id}\n\n${wrapped(other)}\n\nIt cannot be suppressed.\n`;
    return { facts: { kind: "problem", id, why: other }, text: () => text };
  }
  const validator = (await validators()).find((one) => one.id === id);
  if (!validator) return undefined;
  return { facts: { kind: "validator", id, about: validator.what }, text: () => aboutValidator(validator) };
}

/** Loaded only now: they need the libraries of everything that they look at. */
async function validators() {
  return (await import("../generators/targets/index.ts")).validators;
}

/** What may be meant by a name that nobody knows. */
async function namesOfEngine(id: string): Promise<readonly string[]> {
  const ids = [...explained, ...(await validators())].map((one) => one.id).concat(Object.keys(otherProblems));
  return explained.some((one) => one.id.includes(id)) ? ids : [...ids, ...wordNames()];
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
