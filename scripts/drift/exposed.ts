import type { JobModel } from "../../generators/jobs/index.ts";
import type { Family } from "../../generators/exposition/exposition.ts";
import { readExposition } from "../../generators/exposition/read-exposition.ts";
import { type FetchOptions, fetchExposition } from "../new/exposition/fetch-exposition.ts";

/** What was read of one job. */
export interface Exposed {
  readonly job: JobModel;
  readonly sources: readonly Source[];
}

/** One answer, of a target or from elsewhere. */
export interface Source {
  /** What it is called where it differs from others: `localhost:9000`. */
  readonly at: string;
  readonly families: readonly Family[];
}

/** What was read, and what could not be, in words for a person. */
export interface Reading {
  readonly exposed: readonly Exposed[];
  readonly complaints: readonly string[];
}

/** Reads one exposition from a file or an address. */
export async function exposedAt(
  address: string,
  options: FetchOptions,
): Promise<{ readonly families: readonly Family[] } | { readonly complaint: string }> {
  const fetched = await fetchExposition(address, options);
  if ("complaint" in fetched) return fetched;
  const read = readExposition(fetched.text);
  if ("families" in read) return read;
  const { line, reason } = read.unreadable;
  return { complaint: `${nameOf(address)} is no exposition of metrics: line ${line}: ${reason}.` };
}

/** Without what may be a secret in it. */
function nameOf(address: string): string {
  if (!URL.canParse(address) || !/^https?:/.test(address)) return address;
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}`;
}
