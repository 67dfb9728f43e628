import { expressionAt } from "./author-text.ts";
import type { Explanation } from "./compiler-error.ts";

/** What a text does with a label or a value but insert it, by the compiler's code. */
const doing: Readonly<Record<string, string>> = {
  TS2322: "makes something else of",
  TS2345: "hands on",
  TS2362: "calculates with",
  TS2363: "calculates with",
  TS2365: "calculates with, or compares,",
  TS2367: "compares",
  TS2538: "looks something up by",
  TS7053: "takes letters of",
};

const wordAtStart = /^(?:\w+\.)*(?:value|threshold|labels\.\w+)\b/;

/** A word of a text that is used as if it were known. */
export const misusedWord: Explanation = ({ code, first, after }) => {
  const ofNumbers = /^TS236[23]$/.test(code) && wordAtStart.test(after);
  if (!ofNumbers && !/\btypes? (?:'[^']+' and )?'Word(?: \| undefined)?'/i.test(first)) return undefined;
  const method = /^Property '([^']+)' does not exist/.exec(first)?.[1];
  const does = method === undefined ? doing[code] : `asks for .${method} of`;
  if (does === undefined || expressionAt(after) === "") return undefined;
  return {
    message: `this text ${does} a label, a value or a threshold, which nobody knows before the text is read`,
    fix: "only insert it, ${…}, and leave it as it is; where another text is needed, narrow the expression with where() and write each its own",
  };
};
