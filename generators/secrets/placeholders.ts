/**
 * Whether a text stands where a secret would, and is none: a variable, a template, `<token>`, `YOUR_TOKEN`, dots, what was redacted
 * before, a path of a file, a pattern, or the key of AWS' own examples.
 */
export function isPlaceholder(value: string): boolean {
  return patterns.some((pattern) => pattern.test(value));
}

const patterns: readonly RegExp[] = [
  // ${VARIABLE}, $VARIABLE, $$VARIABLE of compose, $(command): a name in small letters may be a password that begins so.
  /^\$\$?(?:\{|\(|[A-Z_][A-Z0-9_]*$)/,
  /\{\{|^[<{(\[\\^]|^%[sdv]$|^%\w+%$/,
  /…|\.\.\.|^[*•.\-_?]+$|^(.)\1{2,}$/,
  /^(?:your|my|some|the)[-_]|^(?:redacted|masked|hidden|removed|null|undefined|none|true|false)$/i,
  /^[A-Z]*_?(?:TOKEN|KEY|PASSWORD|SECRET|CREDENTIALS|SIGNATURE)$|EXAMPLE(?:KEY)?$/,
  // Absolute or below a dot; base64 may begin with a slash, but has no name with a dash, a dot or an underscore.
  /^\.{0,2}\/[a-z]+(?:[-_./][\w.-]*)?$/,
];
