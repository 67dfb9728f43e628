/** A sample that promtool found where it was to find none. */
export interface GotSample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: string;
}

/** Reads the samples behind `got:` in what promtool says of an expression: `{a="b", c="d"} 6E+02`, one in each line. */
export function gotSamples(failure: string): GotSample[] {
  const got = failure.slice(failure.indexOf("got:") + "got:".length);
  const samples = got.matchAll(/\{((?:[^"{}]|"(?:[^"\\]|\\.)*")*)\}\s+([-+.\w]+)/g);
  return [...samples].map(([, labels = "", value = ""]) => ({ labels: labelsIn(labels), value }));
}

function labelsIn(text: string): Record<string, string> {
  const pairs = text.matchAll(/([\w.:]+|"(?:[^"\\]|\\.)*")="((?:[^"\\]|\\.)*)"/g);
  return Object.fromEntries([...pairs].map(([, name = "", value = ""]) => [name, unquoted(value)]));
}

const escapes: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  a: "\u0007",
  b: "\b",
  f: "\f",
  v: "\v",
};

/** As Go writes a text between double quotes. */
function unquoted(text: string): string {
  return text.replace(
    /\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|(.))/g,
    (_, byte?: string, short?: string, long?: string, letter = "") => {
      const code = byte ?? short ?? long;
      return code === undefined ? (escapes[letter] ?? letter) : String.fromCodePoint(parseInt(code, 16));
    },
  );
}

/** Its number, in seconds. */
export function secondsOf({ value }: GotSample): number {
  return Number(value);
}
