import fc from "fast-check";

/** Pieces that YAML gives a meaning to; random characters alone would seldom meet them. */
const pieces = [
  ...[
    "yes",
    "no",
    "on",
    "y",
    "n",
    "true",
    "null",
    "~",
    "<<",
    "=",
    "---",
    "...",
    "%",
    "#",
    " #",
    ": ",
    ":",
    "- ",
  ],
  ...[
    "?",
    "-",
    "&a",
    "*a",
    "!",
    "|",
    ">",
    "'",
    '"',
    "@",
    "`",
    "{",
    "}",
    "[",
    "]",
    ",",
    "\\",
    " ",
    "  ",
    "\t",
  ],
  ...[
    "\n",
    "\n\n",
    "\r",
    "\r\n",
    "1_000",
    "0640",
    "0o17",
    "0x1F",
    "0b1",
    "22:00",
    "1e3",
    ".5",
    ".inf",
    ".nan",
  ],
  ...["2026-01-31", "\u0000", "\u0007", "\u001b", "\u007f", "\u0085", "\u009f", "\u00a0", "\u2028", "\u2029"],
  ...["\ufeff", "\ufffe", "\uffff", "é", "😀", "a", "sum(", "rate(x[5m])", "{{ $value }}"],
];

/** Texts that are hard to write in YAML. */
export const text = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 12 }),
);
export const number = fc.oneof(fc.integer(), fc.double({ noNaN: true }));
// __proto__ as a key is the prototype to JavaScript, in the test as in the library that reads.
export const key = text.filter((name) => name !== "__proto__");

/** Plain data with such texts, as values and as keys. */
export const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    fc.oneof(text, number, fc.boolean(), fc.constant(null)),
    fc.array(tie("tree"), { maxLength: 4 }),
    fc.dictionary(key, tie("tree"), { maxKeys: 4, noNullPrototype: true }),
  ),
}));
