import { createHash } from "node:crypto";
import { open } from "node:fs/promises";

export type Downloaded<Content> =
  | { readonly ok: true; readonly content: Content }
  | { readonly ok: false; readonly reason: string; readonly unreachable: boolean };

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof Error) return "code" in cause ? String(cause.code) : cause.message;
  return error.message;
};

/** What follows the progress of a download. */
type Taker = {
  /** The host has answered; the size where it says one. */
  readonly begins?: (bytes: number | undefined) => void;
  readonly take: (piece: Uint8Array) => Promise<void>;
};

const sizeOf = (response: Response): number | undefined => {
  const bytes = Number(response.headers.get("content-length") ?? NaN);
  return Number.isInteger(bytes) ? bytes : undefined;
};

/** Hands over the body piece by piece; gives up when the host is silent for `silenceMs`, at the start or later. */
const download = async (
  url: string,
  silenceMs: number,
  { begins, take }: Taker,
): Promise<Downloaded<undefined>> => {
  const giveUp = new AbortController();
  const onSilence = (): void => giveUp.abort(new Error(`silent for ${silenceMs / 1000} s`));
  let timer = setTimeout(onSilence, silenceMs);
  try {
    const response = await fetch(url, { signal: giveUp.signal });
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      return { ok: false, reason: `the host answered ${response.status}`, unreachable: false };
    }
    begins?.(sizeOf(response));
    for await (const piece of response.body) {
      clearTimeout(timer);
      timer = setTimeout(onSilence, silenceMs);
      await take(piece);
    }
    return { ok: true, content: undefined };
  } catch (error) {
    return { ok: false, reason: `the host cannot be reached (${reasonOf(error)})`, unreachable: true };
  } finally {
    clearTimeout(timer);
  }
};

export const downloadText = async (url: string, silenceMs: number): Promise<Downloaded<string>> => {
  const pieces: Uint8Array[] = [];
  const result = await download(url, silenceMs, { take: async (piece) => void pieces.push(piece) });
  return result.ok ? { ok: true, content: Buffer.concat(pieces).toString("utf8") } : result;
};

/** Follows the progress of a download. */
export type DownloadWatch = {
  /** The host has answered; the size where it says one. */
  readonly begins: (bytes: number | undefined) => void;
  /** How much has come by now, in bytes. */
  readonly received: (bytes: number) => void;
};

/** Writes the file at `target`; the content is its SHA-256 in hex. */
export const downloadFile = async (
  url: string,
  target: string,
  silenceMs: number,
  watch: DownloadWatch,
): Promise<Downloaded<string>> => {
  const file = await open(target, "w");
  const hash = createHash("sha256");
  let received = 0;
  const take = async (piece: Uint8Array): Promise<void> => {
    hash.update(piece);
    await file.writeFile(piece);
    received += piece.length;
    watch.received(received);
  };
  try {
    const result = await download(url, silenceMs, { begins: watch.begins, take });
    return result.ok ? { ok: true, content: hash.digest("hex") } : result;
  } finally {
    await file.close();
  }
};
