import type { Explained } from "../../generators/check.ts";
import { namesIn } from "./names-in-examples.ts";

/** All that there is to say of a check, for a terminal. */
export function explanation(check: Explained): string {
  const { id, why, source, wrong, right } = check;
  return [
    `${id}\n`,
    `${wrapped(why)}\n${source}\n`,
    `Wrong:\n${indented(wrong)}`,
    `Right:\n${indented(right)}`,
    ...namesExplained(wrong + right),
    howToSuppress(check),
  ]
    .map((part) => `${part}\n`)
    .join("");
}

/** What an author writes who wants to keep what the check finds. */
export function howToSuppress({ id, suppressible = true }: Explained): string {
  return suppressible
    ? `To suppress a finding, write the reason into the definition that it names: allow: { "${id}": "…" }`
    : "It cannot be suppressed: there is no good reason for it.";
}

function namesExplained(example: string): string[] {
  const names = namesIn(example);
  if (names.length === 0) return [];
  const width = Math.max(...names.map(([name]) => name.length));
  const lines = names.map(([name, meaning]) => `  ${name.padEnd(width)}  ${meaning}\n`);
  return [`In these examples:\n${lines.join("")}`];
}

function indented(code: string): string {
  return code.replace(/^(?=.)/gm, "  ");
}

/** In lines of at most 100 characters. */
export function wrapped(text: string): string {
  return text.replace(/(?=.{101})(.{1,100}) /g, "$1\n");
}
