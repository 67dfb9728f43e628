import type { IncomingMessage } from "node:http";

/** Ten thousand alerts in one notification, with a kilobyte of labels and texts each, are 10 MiB. */
export const mostBytes = 16 * 1024 * 1024;

/** A body was longer than any notification is. */
export const tooLong = new Error(`more than ${mostBytes / 1024 / 1024} MiB is no notification`);

/** All that was sent, as long as it is no more than it may be: then it is let go, and what else comes is not kept. */
export function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let pieces: Buffer[] = [];
    let bytes = 0;
    request.on("data", (piece: Buffer) => {
      bytes += piece.length;
      if (bytes <= mostBytes) return void pieces.push(piece);
      pieces = [];
      reject(tooLong);
    });
    request.once("end", () => resolve(Buffer.concat(pieces).toString("utf8")));
    request.once("error", reject);
    // Whoever sent it has gone in the middle of it.
    request.once("close", () => reject(new Error("the body has no end")));
  });
}
