import { entriesOf } from "../../generators/asked/index.ts";
import type { EntryKind } from "../../generators/asked/entry.ts";

/** What one of each is called. */
export const nounOf: Readonly<Record<EntryKind, string>> = {
  alerts: "alert",
  metrics: "metric",
  recordings: "recording",
  jobs: "job",
  panels: "panel",
  routes: "route",
  receivers: "receiver",
};

/** In the order of the help. */
export const entryKinds = Object.keys(entriesOf).filter(isEntryKind);

export function isEntryKind(word: string): word is EntryKind {
  return Object.hasOwn(entriesOf, word);
}
