/** How a kind of secret looks when somebody writes one down by mistake; each is worth money, or a night, to whoever finds it. */
export interface SecretShape {
  /** In words for a message: `a Slack token`. */
  readonly what: string;
  /** The first group, if there is one, is the secret; else all of it is. */
  readonly shape: RegExp;
  /** Without this in a text there is none in it; said where looking for it is much faster than the pattern. */
  readonly near?: string;
  /** What a pattern cannot say of the secret. Left out: nothing more is asked. */
  readonly holds?: (value: string) => boolean;
}

/** Kinds of secrets that are looked for together. */
export interface SecretGroup {
  /** Without any of these in a text there is none of them in it: a look or two in place of one for each shape. */
  readonly near: readonly RegExp[];
  readonly shapes: readonly SecretShape[];
}
