import type { Place } from "../../generators/language/place.ts";
import type { Model } from "../../generators/model/model.ts";
import type { RecordingModel } from "../../generators/model/rule-model.ts";
import { type ConditionTree, conditionOf } from "../../generators/promql/condition.ts";
import { printPromql } from "../../generators/promql/print.ts";
import { itemsAt } from "../../generators/targets/validation/untyped-data.ts";
import type { AskPrometheus } from "./prometheus-api.ts";

/** A rule that returns nothing now, though it should always have a value. */
export interface SilentRule {
  readonly kind: "alert" | "recording";
  readonly name: string;
  readonly place: Place;
  /** What has no value. */
  readonly query: string;
}

type Rule = Omit<SilentRule, "query"> & {
  /** It is silent where each query of one of these has no value. */
  readonly needs: readonly (readonly string[])[];
};

/** Which rules of these services return nothing: recordings, and alerts whose compared value has none. */
export async function silentRules(
  model: Model,
  services: readonly string[],
  ask: AskPrometheus,
): Promise<{ readonly silent: readonly SilentRule[] } | { readonly complaint: string }> {
  const silent: SilentRule[] = [];
  const known = new Map<string, boolean>();
  for (const { needs, ...rule } of rulesOf(model, services)) {
    for (const queries of needs) {
      const answers: boolean[] = [];
      for (const query of queries) {
        const answer = known.get(query) ?? (await hasValue(query, ask));
        if (typeof answer !== "boolean") return answer;
        known.set(query, answer);
        answers.push(answer);
      }
      const [first] = queries;
      if (first === undefined || answers.includes(true)) continue;
      silent.push({ ...rule, query: first });
      break;
    }
  }
  return { silent };
}

function rulesOf({ alerts, recordings }: Model, services: readonly string[]): Rule[] {
  const own = <T extends { readonly service: string }>(list: readonly T[]) =>
    list.filter(({ service }) => services.includes(service));
  return [
    ...own(recordings).map(({ id, place, ...recording }): Rule => ({
      ...{ kind: "recording", name: id, place },
      needs: [[selectorOf(recording)]],
    })),
    // A guard has a value for nobody while all is well.
    ...own(alerts)
      .filter(({ guardOf }) => guardOf === undefined)
      .map(({ name, place, node }): Rule => ({
        kind: "alert",
        name,
        place,
        needs: needsOf(conditionOf(node)),
      })),
  ];
}

function selectorOf({ name, labels }: Pick<RecordingModel, "name" | "labels">): string {
  const matchers = Object.entries(labels).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  return `${name}{${matchers.join(",")}}`;
}

/** What must have a value for the alert to be able to fire; that something is there or not it waits for. */
function needsOf(tree: ConditionTree): readonly (readonly string[])[] {
  switch (tree.kind) {
    case "compared":
      return [[printPromql(tree.value)]];
    case "all":
      return tree.of.flatMap(needsOf);
    case "any": {
      const parts = tree.of.map(needsOf);
      // Where one of them needs nothing, the alert does not either.
      return parts.some((one) => one.length === 0) ? [] : [parts.flatMap((one) => one.flat())];
    }
    case "there":
      return [];
  }
}

async function hasValue(
  query: string,
  ask: AskPrometheus,
): Promise<boolean | { readonly complaint: string }> {
  const answer = await ask("query", [["query", `count(${query})`]]);
  return "complaint" in answer ? answer : itemsAt(answer.data, "result").length > 0;
}
