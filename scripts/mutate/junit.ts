/** What became of the tests of one file. */
export interface TestResult {
  /** False where there was none. */
  readonly hasRun: boolean;
  /** What promtool says of each thing that it was asked and found otherwise. */
  readonly failures: readonly string[];
}

/** Reads what `promtool test rules --junit=FILE` wrote: the results by the test files' paths, as promtool was given them. */
export function junitResults(xml: string): ReadonlyMap<string, TestResult> {
  const suites = xml.matchAll(/<testsuite name="([^"]*)"[^>]*?(?:\/>|>(.*?)<\/testsuite>)/gs);
  return new Map(
    [...suites].map(([, name = "", content = ""]) => {
      const failures = content.matchAll(/<(failure|error)\b[^>]*>(.*?)<\/\1>/gs);
      return [
        unescaped(name),
        {
          hasRun: content.includes("<testcase"),
          failures: [...failures].map(([, , text = ""]) => unescaped(text)),
        },
      ];
    }),
  );
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
    return decimal !== undefined ? String.fromCodePoint(Number(decimal)) : (named[name] ?? whole);
  });
}
