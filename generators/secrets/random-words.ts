const digest = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a word looks as if a machine had drawn it: hexadecimal digits, or letters of both cases with digits among them. */
export function looksRandom(word: string): boolean {
  if (/^[0-9a-f]{20,}$/i.test(word)) return /\d/.test(word) && /[a-f]/i.test(word);
  return (
    /^[A-Za-z0-9+/=_~-]{20,}$/.test(word) &&
    !uuid.test(word) &&
    [/[a-z]/, /[A-Z]/, /\d/].every((kind) => kind.test(word))
  );
}

/** A sum of git or of a file, or a UUID: long and random, and no secret where its name says what it is. */
export function isDigest(word: string): boolean {
  return digest.test(word) || uuid.test(word);
}

/** Whether base64 hides `user:password`, as the header of a request with basic authentication does. */
export function holdsUserAndPassword(base64: string): boolean {
  try {
    return /^[\x21-\x7e]*:[\x20-\x7e]+$/.test(atob(base64));
  } catch {
    return false;
  }
}
