import fc from "fast-check";
import { text } from "../text/hostile-data.ts";
import { hostile, named, type Hostile } from "./hostile-values.ts";
import { pathsOfValues, type PathOfValue, type Replacement } from "./places-of-values.ts";

function replacementOf(
  paths: readonly PathOfValue[],
  values: fc.Arbitrary<Hostile>,
): fc.Arbitrary<Replacement> {
  return fc.tuple(fc.constantFrom(...paths), values).map(([path, value]) => ({
    path,
    make: value.make,
    [fc.toStringMethod]: () => `${path.join(".")} = ${fc.stringify(value)}`,
  }));
}

/** What is hostile in a shop: one value, or two that may meet. */
export const replacements = fc.array(replacementOf(pathsOfValues(), hostile), {
  minLength: 1,
  maxLength: 2,
});

/** What may be called anything: nobody but a person reads it. */
const namesOfWords =
  /^(?:actions|adminUser|asks|causes|description|help|impact|label|markdown|means|owner|purpose|response|summary|tags|text|title|user|environment)$/;
const places = pathsOfValues();
const placesOfWords = places.filter(
  (path) =>
    namesOfWords.test(
      path
        .findLast((key) => !/^\d+$/.test(key))
        ?.split(" ")
        .at(-1) ?? "",
    ) &&
    !places.some((other) => path.length < other.length && path.every((key, index) => other[index] === key)),
);
/** None that is refused wherever it stands. */
const words = text.filter(
  (one) => !/[\p{Cc}\p{Cs}\p{Cn}\p{Co}\p{Cf}\p{Zl}\p{Zp}`]|\{\{/u.test(one) && one.trim() !== "",
);

/** Texts of all kinds, each where an author may write any: such shops are made, and what is written can be read. */
export const shopsWithOtherWords = fc.array(
  replacementOf(
    placesOfWords,
    words.map((one) => named(JSON.stringify(one), one)),
  ),
  { minLength: 4, maxLength: 8 },
);
