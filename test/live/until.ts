import { setTimeout as wait } from "node:timers/promises";

// Much longer than anything takes here; a busy machine of two cores is to be slow and not wrong.
const patienceMs = 150_000;
const pollMs = 100;

/** Asks again and again until there is an answer; throws with what was missing when there is none for long. */
export async function until<Answer>(
  what: string,
  ask: () => Promise<Answer | undefined> | Answer | undefined,
  missing: () => string = () => "",
): Promise<Answer> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`not within ${patienceMs / 1000} s: ${what}. ${missing()}`);
    await wait(pollMs);
  }
}
