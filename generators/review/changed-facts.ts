import type { Pair } from "./pairing.ts";
import type { Facts } from "./version.ts";

/** A fact that differs; undefined on the side that says nothing of it. */
export interface ChangedFact {
  readonly name: string;
  readonly base: string | undefined;
  readonly head: string | undefined;
}

/** The facts that differ, those of the head in its order and then those that are gone. */
export function changedFacts({ base, head }: Pair<Facts>): ChangedFact[] {
  const names = [...new Set([...Object.keys(head), ...Object.keys(base)])];
  return names
    .map((name) => ({ name, base: base[name], head: head[name] }))
    .filter((fact) => fact.base !== fact.head);
}

/** `memory 512MiB, was 256MiB` */
export function factText({ name, base, head }: ChangedFact): string {
  if (base === undefined) return `${name} ${said(head)}, was not said`;
  if (head === undefined) return `${name} no longer said, was ${said(base)}`;
  return `${name} ${said(head)}, was ${said(base)}`;
}

export function factTexts(facts: readonly ChangedFact[]): string {
  return facts.map(factText).join("; ");
}

/** More than a person compares in one line. */
const longest = 120;

function said(text: string | undefined = ""): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line === "") return "empty";
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}
