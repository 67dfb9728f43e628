import fc from "fast-check";
import { hostile } from "./hostile-values.ts";
import { pathsOfValues, type Replacement } from "./places-of-values.ts";

const replacement: fc.Arbitrary<Replacement> = fc
  .tuple(fc.constantFrom(...pathsOfValues()), hostile)
  .map(([path, value]) => ({
    path,
    make: value.make,
    [fc.toStringMethod]: () => `${path.join(".")} = ${fc.stringify(value)}`,
  }));

/** What is hostile in a shop: one value, or two that may meet. */
export const replacements = fc.array(replacement, { minLength: 1, maxLength: 2 });
