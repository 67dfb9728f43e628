import { expect, test } from "vitest";
import { fixOfTypeError } from "../../scripts/build/fix-of-type-error.ts";

test.each([
  // The compiler knows what was meant.
  [
    "Property 'lowset' does not exist on type '{ lowest: number; }'. Did you mean 'lowest'?",
    "write lowest, if that is what you mean",
  ],
  [
    'Type \'"bouncd"\' is not assignable to type \'Matcher<"bounced" | "deferred">\'. Did you mean \'"bounced"\'?',
    'write "bounced", if that is what you mean',
  ],
  // A number where an amount is asked for.
  [
    'Argument of type \'15\' is not assignable to parameter of type \'0 | ExprIn<"none" | "seconds"> | Quantity<"time">\'.',
    "give it a unit: ms(15), seconds(15), minutes(15), hours(15) or days(15)",
  ],
  [
    'Argument of type \'0.05\' is not assignable to parameter of type \'0 | ExprIn<"none" | "ratio"> | Quantity<"ratio">\'.',
    "give it a unit: ratio(0.05), percent(0.05) or factor(0.05)",
  ],
  [
    "Type '-30' is not assignable to type '\"missing\" | 0 | Quantity<\"data\">'.",
    "give it a unit: bytes(-30), kilobytes(-30), megabytes(-30), gigabytes(-30), kib(-30), mib(-30) or gib(-30)",
  ],
  [
    "Type 'number' is not assignable to type 'Quantity<\"data rate\">'.",
    "give it a unit: bytesPerSecond(…), kilobytesPerSecond(…), megabytesPerSecond(…) or mibPerSecond(…)",
  ],
  // An amount of another dimension.
  [
    'Argument of type \'Quantity<"data">\' is not assignable to parameter of type \'0 | ExprIn<"none" | "seconds"> | Quantity<"time">\'.',
    "give it a unit: ms(…), seconds(…), minutes(…), hours(…) or days(…)",
  ],
  // Another series, which no word makes an amount.
  [
    'Argument of type \'Gauge<{}, "bytes">\' is not assignable to parameter of type \'0 | ExprIn<"none" | "seconds"> | Quantity<"time">\'.',
    "correct it as the message says",
  ],
  // Something is missing.
  [
    "Property 'scenario' is missing in type '{ severity: Severity; }' but required in type 'AlertOptions<{}, \"ratio\">'.",
    "add scenario",
  ],
  [
    "Property '\"queue.length\"' is missing in type '{ status: LeftOut; }' but required in type '{ readonly \"queue.length\": LeftOut; }'.",
    'add "queue.length"',
  ],
  [
    "Type '{ title: string; }' is missing the following properties from type 'RunbookOptions': pattern, questions, causes",
    "add pattern, questions, causes",
  ],
  [
    "Argument of type '{}' is missing the following properties from type 'SloOptions': title, description, impact, component, and 5 more.",
    "add title, description, impact, component, and 5 more",
  ],
  // One of a few texts.
  [
    'Argument of type \'"45"\' is not assignable to parameter of type \'"0.5" | "1" | "10"\'.',
    'use one of "0.5" | "1" | "10"',
  ],
  // A label that the series does not surely have.
  [
    "Property 'queue' does not exist on type '{ readonly instance: string; readonly job: string; }'.",
    "use one of its labels: instance, job",
  ],
  ["Property 'queue' does not exist on type '{}'.", "correct it as the message says"],
  // What a string of another kind fits is not said by its type.
  ["Type '\"5\"' is not assignable to type '`${number}m`'.", "correct it as the message says"],
  ["Variable declaration expected.", "correct it as the message says"],
])("of %s", (message, fix) => {
  expect(fixOfTypeError(message)).toBe(fix);
});
