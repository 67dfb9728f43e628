import type { AlertAnswer, AlertPairAnswer } from "../../../generators/targets/validation/program.ts";

/** What became of thousands of alerts, of which most become the same: each answer once, and two numbers for each pair. */
export interface PackedAnswers {
  readonly answers: readonly AlertAnswer[];
  readonly pairs: readonly (readonly [number, number])[];
}

export function packAnswers(pairs: readonly AlertPairAnswer[]): PackedAnswers {
  const places = new Map<string, number>();
  const answers: AlertAnswer[] = [];
  const placeOf = (answer: AlertAnswer): number => {
    const text = JSON.stringify([answer.receivers, answer.isInhibited]);
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, answers.length);
    return answers.push(answer) - 1;
  };
  return { pairs: pairs.map(([one, other]) => [placeOf(one), placeOf(other)] as const), answers };
}

export function openAnswers({ answers, pairs }: PackedAnswers): AlertPairAnswer[] {
  const at = (place: number): AlertAnswer => answers[place] ?? { receivers: [], isInhibited: false };
  return pairs.map(([one, other]) => [at(one), at(other)]);
}

/** Whether this is what was packed. */
export function isPacked(value: unknown): value is PackedAnswers {
  return (
    typeof value === "object" &&
    value !== null &&
    "answers" in value &&
    Array.isArray(value.answers) &&
    value.answers.every(isAnswer) &&
    "pairs" in value &&
    Array.isArray(value.pairs) &&
    value.pairs.every(isPair)
  );
}

function isAnswer(value: unknown): value is AlertAnswer {
  return (
    typeof value === "object" &&
    value !== null &&
    "receivers" in value &&
    Array.isArray(value.receivers) &&
    "isInhibited" in value &&
    typeof value.isInhibited === "boolean"
  );
}

function isPair(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && value.every((place) => typeof place === "number");
}
