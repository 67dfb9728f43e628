import type { SecretGroup, SecretShape } from "./secret-shape.ts";

// Also at the end of a longer name, such as SMTP_PASSWORD; not in password_file, behind which a path stands.
const passwords = "(?:password|passwd|passphrase|(?<![A-Za-z])pwd)";
const tokens = "(?:token|secret|api[_-]?key|(?:access|private|client|secret)[_-]?key)";

// Up to what ends a value in code, in a shell and in a sentence.
const bare = "([^\\s\"'`&|;,(){}<>\\[\\]=~]+)(?![(\\w.])";
const quoted = "[\"']([^\"'\\s]+)[\"']";

const shapes: readonly SecretShape[] = [
  { what: "a password", shape: new RegExp(`${passwords}["']?=${bare}`, "i") },
  { what: "a password", shape: new RegExp(`${passwords}["']?\\s?[:=]\\s?${quoted}`, "i") },
  {
    what: "a password",
    shape: new RegExp(`${passwords}["']?: ${bare}\\.?\\s*$`, "im"),
    holds: isNoWord,
  },
  { what: "a token or key", shape: new RegExp(`${tokens}["']?=${bare}`, "i"), holds: hasDigits },
  { what: "a token or key", shape: new RegExp(`${tokens}["']?\\s?[:=]\\s?${quoted}`, "i"), holds: hasDigits },
  { what: "a token or key", shape: new RegExp(`${tokens}["']?: ${bare}\\.?\\s*$`, "im"), holds: hasDigits },
];

/** Secrets behind a name that says what they are: `password=…`, `"token": "…"`. */
export const inAssignments: SecretGroup = { near: [/passw|passphrase|pwd|token|secret|key/i], shapes };

/** Somebody's password, and not the next word of a sentence or the name of a variable. */
function isNoWord(value: string): boolean {
  return /\d|[!$%^*#@+~]/.test(value) && !ofCode.test(value);
}

/** `token: string` and `token="invalid"` are none. */
function hasDigits(value: string): boolean {
  return value.length >= 6 && /\d/.test(value) && /[A-Za-z]/.test(value) && !ofCode.test(value);
}

/** `secrets.mail2` */
const ofCode = /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)+$/;
