import { listed } from "../../text/listed.ts";
import type { DifferenceKind } from "../difference.ts";
import { asksFor, isDeclared, takes } from "../values.ts";

/** More are counted: a label with an address in it has thousands. */
const mostNamed = 5;

export const undeclaredValue: DifferenceKind = {
  id: "undeclared-value",
  says: "A label has a value that is not among those that are declared.",
  *find({ declared, observed }) {
    if (!declared || !observed) return;
    for (const [label, values] of Object.entries(declared.labels)) {
      const seen = [...(observed.values.get(label) ?? [])].filter((value) => value !== "");
      const others = seen.filter((value) => !isDeclared(values, value)).sort();
      if (others.length === 0) continue;
      const named = others.slice(0, mostNamed).map((value) => JSON.stringify(value));
      const more = others.length - named.length;
      yield {
        text: `has ${label}=${listed([...named, ...(more > 0 ? [`${more} more`] : [])])}, which ${others.length === 1 ? "is" : "are"} not declared`,
        harms: (read) =>
          asksFor(read, label) && others.some((value) => !takes(read, label, value)) ? "unseen" : undefined,
      };
    }
  },
};
