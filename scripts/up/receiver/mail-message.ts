/** What is read of an e-mail. */
export interface Mail {
  readonly headers: ReadonlyMap<string, string>;
  readonly subject: string;
  /** Its first part of plain text. */
  readonly text: string;
  /** Its parts as they are, to the last line break. */
  readonly parts: { readonly text: string; readonly html: string };
}

/** Reads an e-mail as Alertmanager writes it: parts in quoted-printable, and a subject that may be encoded. */
export function readMail(raw: string): Mail {
  const message = partOf(raw.replace(/\r\n/g, "\n"));
  const boundary = /boundary="?([^";\n]+)/.exec(message.headers.get("content-type") ?? "")?.[1];
  const parts =
    boundary === undefined
      ? [message]
      : message.body.split(`--${boundary}`).map((part) => partOf(part.trimStart()));
  const partOfType = (type: string) => {
    const part = parts.find(({ headers }) => headers.get("content-type")?.startsWith(type));
    return part ? decodedBody(part) : "";
  };
  const whole = { text: partOfType("text/plain"), html: partOfType("text/html") };
  return {
    headers: message.headers,
    subject: decodedWords(message.headers.get("subject") ?? ""),
    text: whole.text.trim(),
    parts: whole,
  };
}

interface Part {
  /** Names in small letters. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

function partOf(text: string): Part {
  const end = text.indexOf("\n\n");
  // A line that begins with a space goes on from the one before.
  const lines = text
    .slice(0, end < 0 ? undefined : end)
    .replace(/\n[ \t]+/g, " ")
    .split("\n");
  const headers = lines
    .map((line) => /^([^:]+):\s*(.*)$/.exec(line))
    .flatMap((match) => (match?.[1] ? [[match[1].toLowerCase(), match[2] ?? ""] as const] : []));
  return { headers: new Map(headers), body: end < 0 ? "" : text.slice(end + 2) };
}

function decodedBody({ headers, body }: Part): string {
  const isQuoted = headers.get("content-transfer-encoding")?.toLowerCase() === "quoted-printable";
  // The last line break belongs to what separates the parts.
  const own = body.replace(/\n$/, "");
  return isQuoted ? fromQuotedPrintable(own.replace(/=\n/g, "")) : own;
}

/** `=?utf-8?q?caf=C3=A9?=` */
function decodedWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?q\?(.*?)\?=/gi, (_, word: string) => fromQuotedPrintable(word.replaceAll("_", " ")));
}

function fromQuotedPrintable(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
