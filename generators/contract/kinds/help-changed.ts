import type { DifferenceKind } from "../difference.ts";

export const helpChanged: DifferenceKind = {
  id: "help-changed",
  says: "The help of a metric says something else than what is declared.",
  *find({ declared, observed }) {
    if (!declared || !observed || observed.help === "") return;
    if (plain(declared.help) === plain(observed.help)) return;
    yield {
      text: `has the help ${JSON.stringify(observed.help)}, and ${JSON.stringify(declared.help)} is declared`,
    };
  },
};

/** Without what makes no difference to a reader: blanks, a point at the end, a capital at the beginning. */
function plain(help: string): string {
  return help.replace(/\s+/g, " ").trim().replace(/\.$/, "").toLowerCase();
}
