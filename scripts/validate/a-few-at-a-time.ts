import { availableParallelism } from "node:os";

/** Does the same work for every item, as many at a time as there are processors; the results keep the items' order. */
export async function aFewAtATime<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results = new Array<Result>(items.length);
  const waiting = items.entries();
  const worker = async () => {
    // All workers draw from one iterator, so that none waits while another has a queue.
    for (const [index, item] of waiting) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return results;
}
