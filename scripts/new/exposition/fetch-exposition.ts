import { readFileSync, statSync } from "node:fs";

/** A text, or why there is none, in words for a person. */
export type Fetched = { readonly text: string } | { readonly complaint: string };

/** No exposition that somebody wants to declare metrics of is larger. */
const mostBytes = 32_000_000;

export interface FetchOptions {
  /** A file with a token to send as `Authorization: Bearer …`; never the token itself. */
  readonly tokenFile?: string | undefined;
  readonly timeoutMs?: number;
}

/** Reads an exposition from a file or from an address. */
export function fetchExposition(source: string, options: FetchOptions = {}): Promise<Fetched> {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(source)) return fromAddress(source, options);
  if (options.tokenFile !== undefined) {
    return Promise.resolve({
      complaint: "--token-file goes with the URL of an exposition, and this is a file.",
    });
  }
  return Promise.resolve(fromFile(source));
}

function fromFile(path: string): Fetched {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return { complaint: `${path} is a folder, and no exposition.` };
    if (stat.size > mostBytes) return tooLarge(path);
    return textOf(readFileSync(path), path);
  } catch (error) {
    return { complaint: `${path} cannot be read: ${reasonOf(error)}.` };
  }
}

async function fromAddress(
  written: string,
  { tokenFile, timeoutMs = 10_000 }: FetchOptions,
): Promise<Fetched> {
  const url = addressOf(written);
  if (!url || !/^https?:$/.test(url.protocol))
    return { complaint: "The address of an exposition begins with http:// or https://." };
  if (url.username !== "" || url.password !== "") {
    return {
      complaint:
        "A password in an address ends up in logs and histories; put a token into a file, and name it with --token-file.",
    };
  }
  const token = tokenFile === undefined ? undefined : tokenIn(tokenFile);
  if (token !== undefined && "complaint" in token) return token;
  const where = `${url.origin}${url.pathname}`;
  try {
    const response = await fetch(url, {
      // The text format: every version of Prometheus reads it.
      headers: {
        accept: "text/plain;version=0.0.4, */*;q=0.1",
        ...(token ? { authorization: `Bearer ${token.text}` } : {}),
      },
      // A token must not follow to another host, and an address that moved is not the target's.
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
    return await bodyOf(response, where, token !== undefined);
  } catch (error) {
    const late = error instanceof DOMException && error.name === "TimeoutError";
    return {
      complaint: `${where} ${late ? `did not answer within ${timeoutMs / 1000} s` : `cannot be reached: ${reasonOf(error)}`}.${certificateHint(reasonOf(error))}`,
    };
  }
}

async function bodyOf(response: Response, where: string, hasToken: boolean): Promise<Fetched> {
  const { status, headers, body } = response;
  if (status !== 200) {
    await body?.cancel();
    const moved =
      status >= 300 && status < 400 ? `, and leads to ${originOf(headers.get("location"), where)}` : "";
    return { complaint: `${where} answered ${status}${moved}.${wayIn(status, hasToken)}` };
  }
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body ?? []) {
    size += piece.length;
    // Leaving the loop ends the answer.
    if (size > mostBytes) return tooLarge(where);
    pieces.push(piece);
  }
  return textOf(Buffer.concat(pieces), where);
}

/** What to do where somebody must say who they are. */
function wayIn(status: number, hasToken: boolean): string {
  if (status !== 401 && status !== 403) return "";
  return hasToken
    ? " It does not take the token in the file that --token-file names."
    : " Put a token into a file, and name it with --token-file.";
}

function addressOf(written: string, base?: string): URL | undefined {
  return URL.canParse(written, base) ? new URL(written, base) : undefined;
}

/** Without what may be a secret in it. */
function originOf(location: string | null, where: string): string {
  const url = location === null ? undefined : addressOf(location, where);
  return url ? `${url.origin}${url.pathname}` : "nowhere";
}

function textOf(bytes: Uint8Array, where: string): Fetched {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (text.trim() === "") return { complaint: `${where} is empty.` };
    if (/^\s*<(?:!doctype|html|\?xml)/i.test(text))
      return { complaint: `${where} is a page for people, and no exposition. Often it is under /metrics.` };
    return { text };
  } catch {
    return { complaint: `${where} is no text in UTF-8, and so no exposition.` };
  }
}

function tokenIn(path: string): Fetched {
  try {
    const text = readFileSync(path, "utf8").trim();
    if (/^[\x21-\x7e]+$/.test(text)) return { text };
    return { complaint: `${path} does not hold a token: one line, without blanks.` };
  } catch (error) {
    return { complaint: `${path} cannot be read: ${reasonOf(error)}.` };
  }
}

function tooLarge(where: string): Fetched {
  return {
    complaint: `${where} has more than ${mostBytes / 1_000_000} MB; no exposition that is worth declaring has.`,
  };
}

/** A certificate that this machine does not trust is nothing to look away from; the text can come another way. */
function certificateHint(reason: string): string {
  return /CERT|SIGNATURE/.test(reason)
    ? " This machine does not trust its certificate: save the text yourself, and name the file."
    : "";
}

/** The code of what went wrong, such as ECONNREFUSED or CERT_HAS_EXPIRED; messages of the network may repeat what was sent. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? error.cause : error;
  return "code" in cause ? String(cause.code) : cause.message;
}
