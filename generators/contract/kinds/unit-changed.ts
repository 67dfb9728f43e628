import { otherSpellings } from "../../language/unit.ts";
import type { DifferenceKind } from "../difference.ts";

export const unitChanged: DifferenceKind = {
  id: "unit-changed",
  says: "A metric has another unit than the one that is declared; only OpenMetrics says it.",
  *find({ declared, observed }) {
    const unit = observed?.unit;
    if (!declared || unit === undefined || unit === "") return;
    if (spelt(unit) === spelt(declared.unit)) return;
    yield { text: `has the unit ${unit}, and ${declared.unit} is declared`, harms: () => "wrong" };
  },
};

function spelt(unit: string): string {
  const word = unit.toLowerCase();
  const known: Readonly<Record<string, string>> = otherSpellings;
  const found = [word, word.replace(/s$/, "")].find((one) => Object.hasOwn(known, one));
  return (found === undefined ? undefined : known[found]) ?? word;
}
