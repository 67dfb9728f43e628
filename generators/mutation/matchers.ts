import { isSameMatcher } from "../language/expression/label-matcher.ts";
import type { Span } from "../promql/tree.ts";
import type { Matcher, SelectorReference } from "../promql/extraction.ts";
import { acceptedBy } from "../promql/label-value.ts";
import type { ExpressionSource } from "./expression-source.ts";
import { isImplied } from "./implied-matchers.ts";
import type { Edit } from "./mutant.ts";

interface Place {
  readonly selector: SelectorReference;
  readonly matcher: Matcher;
}

/**
 * Every matcher of every selector left out.
 *
 * Where the other side of a join demands the same, leaving out one of the two changes nothing: they are left out together.
 */
export function matcherEdits(source: ExpressionSource): Edit[] {
  const { analysis } = source;
  const places = analysis.selectors
    .flatMap((selector) => selector.matchers.map((matcher): Place => ({ selector, matcher })))
    .filter(canBeDropped);
  const implied = places.filter(({ selector, matcher }) => isImplied(analysis, selector, matcher));
  const together = implied.filter(
    ({ matcher }, index) => implied.findIndex((other) => isSameMatcher(other.matcher, matcher)) === index,
  );
  return [
    ...places.filter((place) => !implied.includes(place)).map((place) => dropped(source, [place])),
    ...together.map(({ matcher }) =>
      dropped(
        source,
        places.filter((other) => isSameMatcher(other.matcher, matcher)),
      ),
    ),
  ];
}

function dropped({ text }: ExpressionSource, places: readonly Place[]): Edit {
  const [matcher] = places.map((place) => place.matcher);
  const written = matcher ? text.slice(matcher.from, matcher.to) : "";
  return {
    operator: "matcher",
    id: `matcher ${matcher?.name} dropped`,
    what: `matcher ${written} dropped${places.length > 1 ? " from all its selectors" : ""}`,
    replacements: places.map((place) => ({ ...withSeparator(text, place.matcher), text: "" })),
  };
}

/** A name is no matcher, and Prometheus refuses a selector that takes everything there is. */
function canBeDropped({ selector: { metric, matchers }, matcher }: Place): boolean {
  if (matcher.name === "__name__" && matcher.op === "=") return false;
  const others = matchers.filter((other) => other !== matcher);
  return metric !== undefined || others.some((other) => !acceptedBy(other)(""));
}

/** The matcher with the comma behind it, or the one before it; the only one with its braces. */
function withSeparator(text: string, { from, to }: Span): Span {
  const opened = /(?<=[\w:]\s*)\{\s*$/.exec(text.slice(0, from));
  const closed = /^\s*,?\s*\}/.exec(text.slice(to));
  if (opened && closed) return { from: opened.index, to: to + closed[0].length };
  const behind = /^\s*,\s*/.exec(text.slice(to));
  if (behind) return { from, to: to + behind[0].length };
  const before = /\s*,\s*$/.exec(text.slice(0, from));
  return { from: before ? before.index : from, to };
}
