import type { Problem } from "../../../generators/problem.ts";
import type { CompilerError } from "./compiler-error.ts";

/** What the compiler said, and what became of it. */
export interface Reported {
  readonly error: CompilerError;
  readonly problem: Problem;
}

/**
 * The problems without those that only follow from others: of a name that is not known neither type nor unit is, and each use
 * of it is one more error. What is left out here and is wrong by itself is reported by the next build.
 */
export function withoutConsequences(reported: readonly Reported[]): readonly Reported[] {
  const causes = reported.filter(isCause);
  const left = reported.filter(
    (one) =>
      !isLaterSyntax(one, reported) &&
      !(causes.some((cause) => cause !== one) && isOfUnknown(one)) &&
      !causes.some((cause) => cause !== one && followsFrom(one, cause)),
  );
  return left
    .filter((one) => !left.some((other) => isLevelBeside(one, other)))
    .map((one) => (left.some((level) => isLevelBeside(level, one)) ? withItsLevels(one) : one));
}

/** Whether one is a level of a scenario without a unit, and the other the threshold of the same alert, which lacks it too. */
function isLevelBeside(level: Reported, threshold: Reported): boolean {
  const [inScenario, inExpression] = [level, threshold].map(({ problem: { message } }) => message);
  const { error } = threshold;
  if (level.error.file !== error.file || !level.error.before.startsWith(error.before)) return false;
  const between = level.error.before.slice(error.before.length);
  const isOfOneAlert = !/^export /m.test(between) && !/^\S.*\balert\(/m.test(between);
  return (
    isOfOneAlert &&
    /^this takes .*, but a bare number has no unit /.test(inScenario ?? "") &&
    /^the value is .*, but \S+ has no unit /.test(inExpression ?? "")
  );
}

/** The numbers of a scenario are as bare as the threshold that they are about: that is one mistake. */
function withItsLevels({ error, problem }: Reported): Reported {
  return { error, problem: { ...problem, fix: `${problem.fix}; the numbers of the scenario need it too` } };
}

/** Names, files and members that are not found, and expressions that give nothing: what uses them is of an unknown type. */
function isCause({ error: { code, first }, problem: { message } }: Reported): boolean {
  return (
    /^TS(?:1192|2304|2305|2307|2459|2460|2552|2584|2591|2613|2614|2724|2834|2835)$/.test(code) ||
    (/^TS(?:2339|2551)$/.test(code) && !isOfUnknownLabels(first)) ||
    /^(?:the two sides never match|there is no label|\w+\(\) takes its labels one by one)/.test(message)
  );
}

/** What is only wrong because a type is not known. */
function isOfUnknown({ error: { code, first }, problem: { message } }: Reported): boolean {
  return (
    /^TS(?:7006|7031)$/.test(code) ||
    /^the unit of the value is unknown, /.test(message) ||
    isOfUnknownLabels(first)
  );
}

/** Types with all labels, or with the one field "", are what is left of unknown ones. */
const isOfUnknownLabels = (first: string): boolean =>
  /\{ readonly \[x: string\]: (?:string|Word); (?:\}|readonly \[x: number\]: )|'\{ readonly "": /.test(first);

function followsFrom(one: Reported, cause: Reported): boolean {
  if (one.problem.place.file !== cause.error.file) return false;
  if (one.problem.message.startsWith("the two sides never match")) {
    const { message, place } = cause.problem;
    return (
      message.includes("() takes its labels one by one") ||
      (message.startsWith("there is no label") && place.line === one.problem.place.line)
    );
  }
  // `alert`, where the import says `alerts`.
  const meant = /^Cannot find name '\w+'\. Did you mean '(\w+)'\?/.exec(one.error.first)?.[1];
  return meant !== undefined && cause.error.first.includes(`exported member named '${meant}'`);
}

/** After the first mistake of syntax in a file the compiler guesses. */
function isLaterSyntax(one: Reported, reported: readonly Reported[]): boolean {
  const isSyntax = ({ error: { code } }: Reported) => /^TS1(?:0\d\d|1[0-8]\d)$/.test(code);
  const first = reported.find((other) => isSyntax(other) && other.error.file === one.error.file);
  return isSyntax(one) && first !== one;
}
