// Prometheus answers on as many processors as there are; more would only wait.
const atATime = 4;

/** Does something with each of the items, a few at a time; the answers are in the order of the items. */
export async function aFewAtATime<Item, Answer>(
  items: readonly Item[],
  work: (item: Item) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  const left = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of left) answers[index] = await work(item);
  };
  await Promise.all(Array.from({ length: atATime }, worker));
  return answers;
}
