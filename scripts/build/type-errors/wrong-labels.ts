import { dimensionOf } from "../../../generators/language/unit-scale.ts";
import { callAround, expressionAt } from "./author-text.ts";
import { mismatchOf, namesIn, oneOf, type ExplainedError, type Explanation } from "./compiler-error.ts";

/** What a name that is not there is answered with: what is there, and what was likely meant. */
function ofLabel(name: string, there: readonly string[], meant: string | undefined): ExplainedError {
  const message = `there is no label '${name}' here`;
  if (there.length === 0) {
    return {
      message: `${message}: no label is left`,
      fix: `keep it in the aggregation before, as in .sumBy("${name}"), or leave it out here`,
    };
  }
  const use =
    there.length === 1
      ? `use ${there[0]}, the only label there is`
      : `use one of ${oneOf([...there].sort())}`;
  return { message, fix: meant === undefined ? use : `write ${meant}` };
}

const meantIn = (first: string): string | undefined =>
  /Did you mean (?:to write )?'"?([^'"]+)"?'/.exec(first)?.[1];

/** A label that the text of an alert, or the legend of a query, has not. */
export const labelOfText: Explanation = ({ first }) => {
  const [, name = "", type = ""] =
    /^Property '(\w+)' does not exist on type '\{((?: readonly \w+: Word;)* ?)\}'/.exec(first) ?? [];
  return name === "" ? undefined : ofLabel(name, namesIn(type), meantIn(first));
};

/** A label in `where()` or `absent()` that the metric has not. */
export const labelOfMatcher: Explanation = ({ first }) => {
  const [, name = "", type = ""] =
    /'(\w+)' does not exist in type '(?:Matchers|Partial)<\{(.*?)\}>/.exec(first) ?? [];
  return name === "" ? undefined : ofLabel(name, namesIn(type), meantIn(first));
};

/** A value that the label never has. */
export const valueOfLabel: Explanation = (error) => {
  const { given = "", wanted = "" } = mismatchOf(error) ?? {};
  const values = /^Matcher<(.+?)>(?: \| undefined)?$/.exec(wanted)?.[1]?.split(" | ");
  if (!values || values.includes("string")) return undefined;
  const name = /^(\w+)\s*:/.exec(error.after)?.[1];
  const label = name === undefined ? "this label" : `the label '${name}'`;
  const meant = meantIn(error.first);
  return {
    message: `${label} never has the value ${given}`,
    fix: `${meant === undefined ? `write ${oneOf(values)}` : `write "${meant}"`}, or add ${given} to the label's values in metrics({ … })`,
  };
};

const takesLabels = /^(?:\w+By|\w+Without|topk|bottomk|quantile|mean|countValues|labelReplace|labelJoin)$/;

/** A label that an aggregation, a quantile or a join names, and that the series no longer have, or never had. */
export const labelOfSeries: Explanation = (error) => {
  const { given = "", wanted = "" } = mismatchOf(error) ?? {};
  const call = callAround(error.before) ?? "";
  if (/\[\]$|^\[/.test(given) && takesLabels.test(call)) {
    const labels = expressionAt(error.after).replace(/^\[\s*|\s*,?\s*\]$/g, "");
    return {
      message: `${call}() takes its labels one by one, not as a list`,
      fix: `write .${call}(${labels})`,
    };
  }
  const name = /^"(.*)"$/.exec(given)?.[1];
  if (name === undefined) return undefined;
  if (wanted.startsWith('"keep the label le')) {
    return {
      message: "asBuckets() needs the buckets, but this has no label le",
      fix: 'keep le when summing: .sumBy(…, "le")',
    };
  }
  const isMatching = /\b(?:on|ignoring|groupLeft|groupRight)\s*:\s*\[[^\]]*$/.test(error.before);
  if (!isMatching && !takesLabels.test(call)) return undefined;
  if (wanted === "never" || /^"\(.*\)"$/.test(wanted)) return ofLabel(name, [], undefined);
  if (!isListOfTexts(wanted)) return undefined;
  const explained = ofLabel(name, textsIn(wanted), meantIn(error.first));
  const isSummed = /(?:By|Without)\([^()]*\)\s*\.\w+\([^()]*$/.test(error.before);
  return isSummed
    ? { ...explained, fix: `${explained.fix}; if you need ${name}, keep it in the aggregation before` }
    : explained;
};

/** One of a few texts, such as a bound of a histogram or a unit to convert to. */
export const oneOfTexts: Explanation = (error) => {
  const { given = "", wanted: type = "" } = mismatchOf(error) ?? {};
  // What may be a list too is usually one text.
  const wanted = type.replaceAll(/ \| readonly \[[^\]]*\]/g, "");
  const meant = meantIn(error.first);
  if (wanted === "never" && callAround(error.before) === "in") {
    return {
      message: "in() converts time, data and ratios, but the value is in none of their units",
      fix: `leave out .in(${given}), or write .as(${given}) if that is the unit that the value has`,
    };
  }
  if (!isListOfTexts(wanted) || !/^"|^string$/.test(given)) return undefined;
  const call = callAround(error.before);
  const texts = textsIn(wanted).map((text) => `"${text}"`);
  const fix = `write ${meant === undefined ? oneOf(texts) : `"${meant}"`}`;
  if (call === "in") {
    const dimension = dimensionOf(textsIn(wanted)[0] ?? "");
    return { message: `a ${dimension ?? "value"} unit cannot be converted to ${given}`, fix };
  }
  if (call === "atMost" || call === "slowerThan") {
    return {
      message: `the histogram has no bucket that ends at ${expressionAt(error.after)}`,
      fix: `${fix}, or add the bound to its buckets`,
    };
  }
  if (/^label\s*:/.test(error.after)) return ofLabel(given.replaceAll('"', ""), textsIn(wanted), meant);
  return { message: cannotBe(error.after, given), fix };
};

/** That an option, or an argument, is none of the texts that it takes. */
export function cannotBe(after: string, given: string): string {
  return `${/^(\w+)\s*:/.exec(after)?.[1] ?? "this"} cannot be ${given === "string" ? "any text" : given}`;
}

function isListOfTexts(type: string): boolean {
  return /^"[^" ]*"(?: \| "[^" ]*")*(?: \| undefined)?$/.test(type);
}

function textsIn(type: string): readonly string[] {
  return [...type.matchAll(/"([^"]*)"/g)].map(([, text = ""]) => text);
}
