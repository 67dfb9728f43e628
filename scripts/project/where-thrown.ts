import { fileURLToPath } from "node:url";
import { callsThatThrow } from "./calls-of-main.ts";
import type { Call } from "./look-at-main.ts";
import { readThrown } from "./thrown.ts";

/**
 * What was thrown, with the line that threw it: only an error knows that itself. For anything else it is done once more, and looked at
 * from another thread.
 *
 * @param isAuthors whether a file is one of those that might have thrown it
 */
export function withPlace(thrown: unknown, again: () => void, isAuthors: (path: string) => boolean): unknown {
  const { message, stack } = readThrown(thrown);
  if (stack !== undefined) return thrown;
  const places = callsThatThrow(again).flatMap(([innermost]) => innermost ?? []);
  // The last one: those before were caught.
  const place = places.findLast(({ url }) => isAuthors(pathOf(url)));
  return place ? errorAt(message, place) : thrown;
}

function pathOf(url: string): string {
  return url.startsWith("file:") ? fileURLToPath(url) : url;
}

function errorAt(message: string, { url, line, column }: Call): Error {
  const error = new Error(message);
  error.stack = `Error: ${message}\n    at ${url}:${line}:${column}`;
  return error;
}
