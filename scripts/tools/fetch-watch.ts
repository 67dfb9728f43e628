import type { StatusLine } from "./status-line.ts";

/** What is fetched now. */
export type Fetching = {
  /** With its version: "promtool 3.13.2". */
  readonly what: string;
  /** From where, in words: "the release on github.com". */
  readonly from: string;
  /** Left out: not known. */
  readonly bytes?: number;
};

/** Follows the progress of a fetch. */
export type FetchWatch = {
  readonly begins: (fetching: Fetching) => void;
  /** How much of it has come, in bytes. */
  readonly received: (bytes: number) => void;
  /** Another process fetches into the same folder: its end is waited for. */
  readonly waits: () => void;
};

/** When nobody watches. */
export const unwatched: FetchWatch = {
  begins: () => undefined,
  received: () => undefined,
  waits: () => undefined,
};

/** Shows a fetch on the status line; `position` is its place among several: "2 of 6". */
export const fetchWatch = (line: StatusLine, cacheFolder: string, position?: string): FetchWatch => {
  let current: Fetching | undefined;
  const textOf = ({ what, from, bytes }: Fetching, received?: string): string => {
    const which = position === undefined ? "" : `${position}: `;
    const known = bytes === undefined ? undefined : byteSize(bytes);
    const size = [received, known].filter((part) => part !== undefined).join(" of ");
    return `fetching ${which}${what}${size === "" ? "" : ` (${size})`} from ${from}, once, into ${cacheFolder} …`;
  };
  return {
    begins: (fetching) => {
      current = fetching;
      line.step(textOf(fetching));
    },
    received: (bytes) => {
      if (current !== undefined) line.show(textOf(current, byteSize(bytes)));
    },
    waits: () => line.step(`waiting for another process that is fetching into ${cacheFolder} …`),
  };
};

const megabyte = 1_000_000;

/** A size as people say it: "97 MB", "8.4 MB", "640 kB". */
export const byteSize = (bytes: number): string => {
  if (bytes >= 10 * megabyte) return `${Math.round(bytes / megabyte)} MB`;
  if (bytes >= megabyte) return `${(bytes / megabyte).toFixed(1)} MB`;
  return `${Math.ceil(bytes / 1_000)} kB`;
};
