const simpleEscapes: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\\": "\\",
  "'": "'",
  '"': '"',
};

/** The text that a string literal of PromQL stands for, or why Prometheus refuses it. */
export function unquote(written: string): string | { readonly complaint: string } {
  const quote = written.charAt(0);
  const body = written.slice(1, -1);
  if (quote === "`") return body;
  let complaint: string | undefined;
  const pattern = /\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-7]{3}|[\s\S])/g;
  const value = body.replace(pattern, (whole, escape: string) => {
    const character = escape.length > 1 ? codePoint(escape) : simpleEscapes[escape];
    const foreignQuote = /["']/.test(escape) && escape !== quote;
    if (character === undefined || foreignQuote) complaint ??= unknownEscape(whole);
    return character ?? "";
  });
  return complaint === undefined ? value : { complaint };
}

function unknownEscape(escape: string): string {
  if (escape.length > 2) return `'${escape}' is no character; write the character itself`;
  return `unknown escape '${escape}' in a string; write \\${escape}`;
}

function codePoint(escape: string): string | undefined {
  const point = /^[xuU]/.test(escape) ? parseInt(escape.slice(1), 16) : parseInt(escape, 8);
  // \x and octal escapes are bytes: above 127 they are half a character in UTF-8. Surrogates are half a character in UTF-16.
  const isByte = !/^[uU]/.test(escape);
  if (point > 0x10ffff || (isByte && point > 0x7f) || (point >= 0xd800 && point <= 0xdfff)) return undefined;
  return String.fromCodePoint(point);
}
