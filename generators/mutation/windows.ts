import { formatDuration } from "../language/duration.ts";
import { numberOrDuration, signedDurationInMs } from "../promql/number-literal.ts";
import { childrenOf } from "../promql/parse.ts";
import { promqlNumber } from "../promql/literal.ts";
import { argumentTaken, calledName, type ExpressionSource, nodesNamed, textOf } from "./expression-source.ts";
import type { Edit } from "./mutant.ts";

const factors = [
  { variant: "halved", factor: 0.5 },
  { variant: "doubled", factor: 2 },
] as const;

/** Every window, of a range or of a subquery: half as long, twice as long. */
export function windowEdits(source: ExpressionSource): Edit[] {
  return nodesNamed(source, "MatrixSelector", "SubqueryExpr").flatMap((node) => {
    const [, range = node] = childrenOf(node);
    const written = textOf(source, range);
    const ms = signedDurationInMs(written);
    return factors.flatMap(({ variant, factor }): Edit[] => {
      const changedMs = (ms ?? 0) * factor;
      if (!Number.isInteger(changedMs) || changedMs <= 0) return [];
      const text = formatDuration(changedMs);
      const what = `window ${written} → ${text}`;
      return [
        {
          operator: "window",
          id: `window ${written} ${variant}`,
          what,
          replacements: [{ from: range.from, to: range.to, text }],
        },
      ];
    });
  });
}

/** How far a prediction looks ahead: half as far, twice as far. */
export function horizonEdits(source: ExpressionSource): Edit[] {
  return nodesNamed(source, "FunctionCall").flatMap((call) => {
    const ahead = argumentTaken(source, call, "seconds ahead");
    const seconds = ahead && numberOrDuration(textOf(source, ahead));
    if (!ahead || seconds === undefined) return [];
    return factors.map(({ variant, factor }): Edit => {
      const text = promqlNumber(seconds * factor);
      const what = `${calledName(source, call)} ${promqlNumber(seconds)} s → ${text} s ahead`;
      return {
        operator: "horizon",
        id: `horizon ${variant}`,
        what,
        replacements: [{ from: ahead.from, to: ahead.to, text }],
      };
    });
  });
}
