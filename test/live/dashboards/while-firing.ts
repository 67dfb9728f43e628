import { setTimeout as wait } from "node:timers/promises";
import type { LiveStack } from "../live-stack.ts";
import { scenarioName, type Piece } from "../pieces.ts";
import { aFewAtATime } from "./a-few-at-a-time.ts";
import { askQuery, hasData, labelsMissing } from "./ask-query.ts";
import { line, type AskedQuery } from "./asked-queries.ts";
import type { Chosen } from "./fill-in.ts";
import { situationsFor } from "./situations.ts";

/** A query that had nothing to show, or not all, when all was well. */
export interface Waiting {
  readonly query: AskedQuery;
  /** As its dashboard is opened. */
  readonly chosen: Chosen;
}

// The longest `for` of the stack, and the shown time and the notification that follow it.
const patienceMs = 40_000;
// What looks at a restart sees it at the next scrape, and some seconds long.
const restartPatienceMs = 6_000;
const pollMs = 1000;
// Several alerts may move what a query reads, and not each of them so that it has data.
const mostSituations = 3;

/** Plays what makes these queries have data, many situations at once; one line for each that has none all the same. */
export async function checkWhileFiring(stack: LiveStack, waiting: readonly Waiting[]): Promise<string[]> {
  stack.simulator.restart();
  const notRestarts = await leftAfter(stack, [], waiting, restartPatienceMs);
  let left = notRestarts.map((one) => ({
    ...one,
    situations: situationsFor(one.query).slice(0, mostSituations),
  }));
  for (let round = 0; round < mostSituations && left.length > 0; round++) {
    const played = new Set(left.flatMap(({ situations }) => situations[round] ?? []));
    left = await leftAfter(stack, [...played], left, patienceMs);
  }
  return left.map(({ query, situations }) => {
    const names = situations.map(({ alert }) => alert.name).join(", ") || "no alert that reads the same";
    return line(
      query,
      `has not all it shows when all is well, nor after a restart, nor when this fires: ${names}`,
    );
  });
}

/** Plays these situations until every query has all that it shows, or for a while; those that then have not. */
async function leftAfter<One extends Waiting>(
  { simulator, prometheus }: LiveStack,
  played: readonly Piece[],
  waiting: readonly One[],
  forMs: number,
): Promise<One[]> {
  const deadline = Date.now() + forMs;
  for (const piece of played) simulator.fire(scenarioName(piece));
  let left = [...waiting];
  while (left.length > 0 && Date.now() < deadline) {
    await wait(pollMs);
    const isThere = await aFewAtATime(left, async ({ query, chosen }) => {
      const answered = await askQuery(prometheus.url, query, chosen);
      return hasData(answered) && labelsMissing(answered).length === 0;
    });
    left = left.filter((_, index) => isThere[index] !== true);
  }
  simulator.rest();
  return left;
}
