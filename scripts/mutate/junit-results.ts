/** What became of the tests of one file. */
export interface TestResult {
  readonly hasPassed: boolean;
  /** What promtool says of the first test that failed. */
  readonly failure: string;
}

/** Reads what `promtool test rules --junit=FILE` wrote: the results by the test files' paths, as promtool was given them. */
export function junitResults(xml: string): ReadonlyMap<string, TestResult> {
  const suites = xml.matchAll(/<testsuite name="([^"]*)"[^>]*?(?:\/>|>(.*?)<\/testsuite>)/gs);
  return new Map(
    [...suites].map(([, name = "", content = ""]) => {
      const failure = /<(?:failure|error)\b[^>]*>(.*?)<\/(?:failure|error)>/s.exec(content);
      const hasPassed = !/<(?:failure|error)\b/.test(content) && content.includes("<testcase");
      return [unescaped(name), { hasPassed, failure: unescaped(failure?.[1] ?? "") }];
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
