import { hash } from "node:crypto";
import { keeperWith, type Keeper, type Memory } from "../../generators/keep/keeper.ts";
import type { Model } from "../../generators/model/model.ts";
import type { Files } from "../../generators/output.ts";
import { testedModel } from "../../generators/rule-tests/tested-model.ts";
import { filesInTurn } from "../../generators/targets/index.ts";

export const digest = (text: string) => hash("sha256", text);

/** A memory for one test, which lays its answers down as text, as a file would. */
export function newMemory(): Memory & { readonly entries: Map<string, string> } {
  const entries = new Map<string, string>();
  return {
    entries,
    digest,
    get: (key) => JSON.parse(entries.get(key) ?? "null") as unknown,
    put: (key, value) => void entries.set(key, JSON.stringify(value)),
  };
}

/** The same keeper, which notes what it has made. */
export function noting(keeper: Keeper, made: string[]): Keeper {
  return {
    ...keeper,
    answer: (making, short, model) =>
      keeper.answer(
        {
          ...making,
          make(read) {
            made.push(making.name);
            return making.make(read);
          },
        },
        short,
        model,
      ),
  };
}

/**
 * What a build of this model would write, by path, as digests, and what it says of each rule test. What cannot be made of a model
 * that no definitions give is noted as that.
 */
export function builtFrom(model: Model, keeper: Keeper): Record<string, unknown> {
  const tested = attempt(() => {
    const all = testedModel(model, keeper);
    // With a keeper they are worked out at once, and without one when they are read.
    for (const { complaints } of all.ruleTests) complaints.length;
    return all;
  });
  if (typeof tested === "string") return { tested };
  const built: Record<string, unknown> = {};
  for (const [index, ruleTest] of tested.ruleTests.entries()) {
    built[`complaints ${index}`] = attempt(() => ruleTest.complaints);
    // As a check reads them: none are like none of each.
    built[`contradictions ${index}`] = attempt(() =>
      ruleTest.contradictions.filter((one) => one !== undefined),
    );
  }
  for (const making of filesInTurn(tested)) {
    const files = attempt(() => {
      const { kept, whole } = keeper.answer(making, digests, tested);
      return kept ?? digests.of(whole());
    });
    if (typeof files === "string") built[making.name] = files;
    else Object.assign(built, Object.fromEntries(files));
  }
  return built;
}

type Digests = readonly (readonly [string, string])[];

const digests = {
  of: (files: Files): Digests => Object.entries(files).map(([path, text]) => [path, digest(text)] as const),
  isKept: (value: unknown): value is Digests => Array.isArray(value),
};

function attempt<T>(work: () => T): T | string {
  try {
    return work();
  } catch (error) {
    return `cannot be made: ${String(error)}`;
  }
}

export { keeperWith };
