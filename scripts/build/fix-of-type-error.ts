/** The words that say an amount, by the dimension that a message of the compiler names. */
const amounts: Readonly<Record<string, readonly string[]>> = {
  time: ["ms", "seconds", "minutes", "hours", "days"],
  ratio: ["ratio", "percent", "factor"],
  data: ["bytes", "kilobytes", "megabytes", "gigabytes", "kib", "mib", "gib"],
  "data rate": ["bytesPerSecond", "kilobytesPerSecond", "megabytesPerSecond", "mibPerSecond"],
};

/** What a message of the compiler looks like, and the fix of its parts; undefined where they say too little. */
const fixes: readonly (readonly [RegExp, (...parts: readonly string[]) => string | undefined])[] = [
  [/Did you mean (?:to write )?'([^']+)'/, (meant) => `write ${meant}, if that is what you mean`],
  [
    /ype '(-?[\d.]+|number|Quantity<"[^"]+">)' is not assignable to (?:parameter of )?type '[^']*\bQuantity<"([^"]+)">/,
    (given = "", dimension = "") => amountOf(given, dimension),
  ],
  [/^Property '([^']+)' is missing in type/, (name) => `add ${name}`],
  [/is missing the following properties from type .*: (.+?)\.?$/, (names) => `add ${names}`],
  [
    /is not assignable to (?:parameter of )?type '("[^"']*"(?: \| "[^"']*")+)'/,
    (texts) => `use one of ${texts}`,
  ],
  [
    /^Property '[^']+' does not exist on type '\{((?: readonly \w+: string;)+) \}'/,
    (labels = "") =>
      `use one of its labels: ${[...labels.matchAll(/(\w+):/g)].map(([, name]) => name).join(", ")}`,
  ],
];

/** What to do about an error of the TypeScript compiler, by the first line of its message. */
export function fixOfTypeError(message: string): string {
  for (const [pattern, fixOf] of fixes) {
    const [found, ...parts] = pattern.exec(message) ?? [];
    const fix = found === undefined ? undefined : fixOf(...parts);
    if (fix !== undefined) return fix;
  }
  return "correct it as the message says";
}

/** An amount is a number with its unit: the number that was given, in each unit that there is. */
function amountOf(given: string, dimension: string): string | undefined {
  const number = /^-?[\d.]+$/.test(given) ? given : "…";
  const words = amounts[dimension]?.map((word) => `${word}(${number})`);
  return words && `give it a unit: ${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}`;
}
