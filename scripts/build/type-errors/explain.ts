import { expressionAt, shortOr } from "./author-text.ts";
import {
  mismatchOf,
  nestedErrors,
  type CompilerError,
  type ExplainedError,
  type Explanation,
} from "./compiler-error.ts";
import { misusedWord } from "./misused-words.ts";
import { missingMethod } from "./missing-methods.ts";
import { wrongDuration } from "./wrong-durations.ts";
import { noCondition, noTimestamp, otherKind, ownOperator } from "./wrong-kinds.ts";
import {
  cannotBe,
  labelOfMatcher,
  labelOfSeries,
  labelOfText,
  oneOfTexts,
  valueOfLabel,
} from "./wrong-labels.ts";
import {
  emptyList,
  fieldOfJson,
  listExpected,
  listOfOne,
  missingOption,
  noSuchField,
  noSuchOption,
  numberOfArguments,
  givenForScenario,
  sentence,
} from "./wrong-options.ts";
import { formOfText, imageWithoutVersion, noSuchLogFormat, textForThing } from "./wrong-texts.ts";
import { exportsOfFile, notExported, wrongImport } from "./wrong-imports.ts";
import { otherThing } from "./wrong-things.ts";
import { wrongUnit } from "./wrong-units.ts";

/** Metrics that nobody declared. */
const noSuchMetric: Explanation = ({ first }) => {
  const [, name = ""] = /^Property '(\w+)' does not exist on type 'Handles(?:Of)?</.exec(first) ?? [];
  if (name === "") return undefined;
  const meant = /Did you mean '(\w+)'\?/.exec(first)?.[1];
  return {
    message: `there is no metric '${name}' here`,
    fix:
      meant === undefined
        ? `declare it in metrics({ … }), or import the metrics that have it`
        : `write ${meant}`,
  };
};

/** What the compiler itself knows to be meant. */
const meant: Explanation = (error) => {
  const { first, after } = error;
  const { given = "" } = mismatchOf(error) ?? {};
  const said = /^"[^"]*"$/.test(given) ? { message: cannotBe(after, given) } : {};
  const name = /Did you mean (?:to write )?(?:the instance member )?'([^']+)'/.exec(first)?.[1];
  return name === undefined ? undefined : { ...said, fix: `write ${name}` };
};

const unknownName: Explanation = ({ first }) => {
  const name = /^Cannot find name '([^']+)'/.exec(first)?.[1];
  return name === undefined ? undefined : { fix: `import ${name}, or define it above` };
};

const noSuchProperty: Explanation = ({ first }) => {
  const name = /^Property '([^']+)' does not exist on type/.exec(first)?.[1];
  return name === undefined ? undefined : { fix: `leave out .${name}, or use something that has it` };
};

const anyMismatch: Explanation = (error) => {
  const { wanted } = mismatchOf(error) ?? {};
  if (wanted === undefined || wanted.length > 120) return undefined;
  return {
    fix: `write what fits the type ${wanted} in place of ${shortOr(expressionAt(error.after), "this")}`,
  };
};

/** A name that stands for two things. */
const definedTwice: Explanation = ({ first }) => {
  const name = /^(?:Duplicate identifier|Cannot redeclare block-scoped variable) '([^']+)'\.$/.exec(
    first,
  )?.[1];
  return name === undefined
    ? undefined
    : { message: `there are two ${name} in this file`, fix: `import or define ${name} once` };
};

/** A method that was named and not called: `m.shop_fps.gt`. */
const notCalled: Explanation = (error) => {
  const { given = "" } = mismatchOf(error) ?? {};
  const method = /\.(\w+)$/.exec(expressionAt(error.after))?.[1];
  if (method === undefined || !/^(?:<.*|\(.*\) => .*)$/.test(given)) return undefined;
  return { message: `${method} is named, but not called`, fix: `write .${method}(…)` };
};

/** A sign that is not where it should be. */
const missingSign: Explanation = ({ first, after }) => {
  const sign = /^'([^']+)' expected\.$/.exec(first)?.[1];
  if (sign === undefined) return undefined;
  const text = shortOr(/^.*/.exec(after)?.[0].trim() ?? "", "");
  return {
    message: `here a ${sign} is missing, or a bracket above is not closed`,
    fix: text === "" ? `write ${sign}` : `write ${sign} before \`${text}\`, or close the bracket`,
  };
};

/** The first of these that knows the mistake explains it. */
const particular: readonly Explanation[] = [
  wrongImport,
  notExported,
  exportsOfFile,
  missingSign,
  definedTwice,
  notCalled,
  misusedWord,
  missingMethod,
  labelOfText,
  labelOfMatcher,
  valueOfLabel,
  wrongDuration,
  noCondition,
  noTimestamp,
  ownOperator,
  fieldOfJson,
  textForThing,
  listOfOne,
  givenForScenario,
  otherThing,
  otherKind,
  wrongUnit,
  labelOfSeries,
  sentence,
  oneOfTexts,
  formOfText,
  emptyList,
  imageWithoutVersion,
  listExpected,
  missingOption,
  noSuchField,
  noSuchLogFormat,
  noSuchOption,
  numberOfArguments,
  noSuchMetric,
];

/** Of what none of the others knows. */
const general: readonly Explanation[] = [meant, unknownName, noSuchProperty, anyMismatch];

function firstOf(explanations: readonly Explanation[], error: CompilerError): ExplainedError | undefined {
  for (const explanation of explanations) {
    const explained = explanation(error);
    if (explained) return explained;
  }
  return undefined;
}

/** What is wrong, and what to write instead. */
export function explainError(error: CompilerError): ExplainedError {
  const inDetail = nestedErrors(error);
  const explained =
    firstOf(particular, error) ??
    inDetail.map((one) => firstOf(particular, one)).find((one) => one !== undefined) ??
    firstOf(general, error);
  if (explained) return explained;
  const text = shortOr(/^.*/.exec(error.after)?.[0].trim() ?? "", "");
  return { fix: text === "" ? "correct what the message names" : `correct this line from \`${text}\` on` };
}
