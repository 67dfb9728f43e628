import type { LabelSpec } from "../language/label.ts";
import type { MatcherReference } from "../promql/extraction.ts";
import { acceptedBy, isAllowed, isList } from "../promql/label-value.ts";

type Condition = Pick<MatcherReference, "op" | "value">;

/** What a test has where anything is allowed: a reader should take it for real. */
const plausible: Readonly<Record<string, readonly string[]>> = {
  device: ["/dev/sda1"],
  endpoint: ["/api"],
  fstype: ["ext4"],
  method: ["GET"],
  mountpoint: ["/"],
  status: ["200", "404", "500"],
};

/**
 * A value that the label may have and that passes the matchers; undefined where none was found.
 *
 * @param known values that the label has in this stack, such as the names of its jobs
 */
export function sampleLabel(
  name: string,
  spec: LabelSpec,
  matchers: readonly Condition[],
  known: Iterable<string> = [],
): string | undefined {
  const tests = matchers.map(acceptedBy);
  const fits = (value: string) => isAllowed(spec, value) && tests.every((accepts) => accepts(value));
  for (const value of candidates(name, spec, matchers, known)) if (fits(value)) return value;
  return undefined;
}

/** The opposite of a matcher. */
export function inverted({ op, value }: Condition): Condition {
  const opposite = { "=": "!=", "!=": "=", "=~": "!~", "!~": "=~" } as const;
  return { op: opposite[op], value };
}

function* candidates(
  name: string,
  spec: LabelSpec,
  matchers: readonly Condition[],
  known: Iterable<string>,
): Iterable<string> {
  const exact = matchers.find(({ op }) => op === "=");
  // Nothing else passes, however many there are.
  if (exact) return yield exact.value;
  if (isList(spec)) return yield* spec;
  yield* known;
  yield* plausible[name] ?? [];
  yield* matchers.flatMap(({ value }) => [...partsOf(value), value]);
  yield `some-${name}`;
  // What a pattern of a few characters may want.
  yield* ["a", "A", "1", "12", "123", "a1", "/a", "a-1", "a.example"];
}

/** The alternatives of a pattern, each without what a pattern may have at its ends: `api-.*` is `api-a`. */
function partsOf(pattern: string): string[] {
  return pattern.split("|").flatMap((part) => {
    const open = part.replace(/^\(|\)$/g, "");
    const plain = open
      .replace(/\.[*+]/g, "a")
      .replace(/\[\^?(.)[^\]]*\][*+]?|\\d[*+]?/g, (_, first) => first ?? "1");
    return [plain.replace(/\./g, "0").replace(/\\/g, ""), plain.replace(/\\/g, "")];
  });
}
