import { durationInMs, formatDuration } from "../../../generators/language/duration.ts";
import { expressionAt, shortOr } from "./author-text.ts";
import { mismatchOf, type Explanation } from "./compiler-error.ts";

/** How people begin the names of the units of a duration, with what Prometheus writes. */
const beginnings: readonly (readonly [RegExp, string])[] = [
  [/^(ms|milli)/, "ms"],
  [/^s/, "s"],
  [/^mo/, "mo"],
  [/^m/, "m"],
  [/^h/, "h"],
  [/^d/, "d"],
  [/^w/, "w"],
  [/^y/, "y"],
];

/** `5m` of `5min`, `5 minutes` and `minutes(5)`; undefined where nothing like it was meant. */
function durationMeant(text: string): string | undefined {
  const [, call = "", inCall = ""] = /^(\w+)\((\d+)\)$/.exec(text) ?? [];
  const [, number = inCall, name = call] = /^"?(\d+)\s*([a-zA-Z]+)"?$/.exec(text) ?? [];
  const unit = beginnings.find(([pattern]) => pattern.test(name.toLowerCase()))?.[1] ?? "";
  const duration = `${number}${unit}`;
  return number !== "" && unit !== "" && durationInMs(duration) !== undefined ? duration : undefined;
}

/** Something else where a duration is asked for. */
export const wrongDuration: Explanation = (error) => {
  const { wanted } = mismatchOf(error) ?? {};
  if (wanted === undefined || !/^(Rule)?Duration( \| undefined)?$/.test(wanted)) return undefined;
  const given = shortOr(expressionAt(error.after), "this");
  const message = `${given} is not a duration`;
  if (/^"\$__/.test(given)) {
    return {
      message: `${given} is a dashboard variable, which a rule does not know`,
      fix: 'write a fixed one, such as "5m"',
    };
  }
  const seconds = /^"?(\d+)"?$/.exec(given)?.[1];
  if (seconds !== undefined && Number(seconds) > 0) {
    const meant = formatDuration(Number(seconds) * 1000);
    return { message, fix: `write "${meant}", if you mean seconds` };
  }
  const meant = durationMeant(given);
  if (meant !== undefined) return { message, fix: `write "${meant}"` };
  return { message, fix: 'write a number and its unit, such as "30s", "5m", "1h" or "1d"' };
};
