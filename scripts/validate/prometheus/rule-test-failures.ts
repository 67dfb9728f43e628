/** One thing that promtool expected of a rule, and what it saw. */
export interface RuleTestFailure {
  /** Undefined where promtool does not say. */
  readonly test: string | undefined;
  readonly message: string;
}

/** Shorter than a screen: what else is wrong is seen once this is fixed. */
const longest = 600;

/** Reads what `promtool test rules` prints of one file that fails: of each test the first failure, and how many more it has. */
export function ruleTestFailures(output: string): RuleTestFailure[] {
  const body = output.replace(/^[\s\S]*?FAILED:\n/, "");
  // Every failure begins with what was asked: an alert at a moment, or an expression.
  const starts = [...body.matchAll(/^ {4}(?:name: (.*),\n {4})?(?:alertname: |expr: )/gm)];
  let test: string | undefined;
  const failures = starts.map((start, index) => {
    test = start[1] ?? test;
    return { test, message: shortened(body.slice(start.index, starts[index + 1]?.index)) };
  });
  return failures.length > 0 ? firstOfEach(failures) : [{ test: undefined, message: shortened(body) }];
}

/** A test looks at several moments, and a rule that is wrong at one is mostly wrong at others: the first says it. */
function firstOfEach(failures: readonly RuleTestFailure[]): RuleTestFailure[] {
  return failures.flatMap(({ test, message }, index) => {
    const [first, ...more] = failures.flatMap((other, place) => (other.test === test ? [place] : []));
    if (test === undefined || more.length === 0) return [{ test, message }];
    return index === first ? [{ test, message: `${message} (and ${more.length} more of this test)` }] : [];
  });
}

function shortened(text: string): string {
  const line = text
    .replace(/^ {4}name: .*,\n/, "")
    .replace(/\s+/g, " ")
    .trim();
  return line.length > longest ? `${line.slice(0, longest)} …` : line;
}
