/** What a parameter of a method takes, by its name; of one method alone by `method.name`. A test names what is missing or unused. */
export const methodParameters: Readonly<Record<string, string>> = {
  ago: 'a [duration](units.md#durations) such as `"1d"`; with a minus before it, from later',
  ahead: "a [time](units.md#ms) such as `hours(4)`",
  by: "names of labels that the series have; without any, all series together",
  divisor: "a number",
  equal: "by label: the value that the missing series has",
  exponent: "a number",
  from: "a label that the series have",
  k: "how many",
  labels: "names of labels that the series have",
  le: 'the upper bound of a bucket, as text: `"0.5"`',
  lower: "a number or a quantity, in the unit observed",
  matchers:
    "by label: a value, a list of values, a pattern that must match the whole value, or [a variable](expressions.md#a-variable-of-a-dashboard)",
  matching:
    "which series of the two sides belong together: see [joins](calculations.md#joins). Default: all labels",
  max: "a number or a quantity, in the unit of the value",
  min: "a number or a quantity, in the unit of the value",
  n: "a number",
  name: "the name of the label",
  other: "another expression",
  pattern: "a pattern that must match the whole value",
  q: "a number from 0 to 1",
  range:
    'a [duration](units.md#durations) such as `"5m"`; in dashboards also `"$__rate_interval"`, `"$__interval"` or `"$__range"`',
  replacement: "the new value; `$1` is the first group of the pattern",
  right: "a number, a quantity such as `percent(5)`, or another expression",
  separator: "what stands between the values",
  step: "a duration: the expression is evaluated every `step`. Default: of a metric its samples, otherwise the evaluation interval",
  timestamp: '`"start()"`, `"end()"`, or seconds since 1970',
  to: "the name of the label",
  value: "its value, as text",
  "round.to": "a number. Default: 1",
  unit: "a [unit](units.md#units)",
  upper: "a number or a quantity, in the unit observed",
  "badShare.window": 'one of the windows of its alerts: `"1h"`',
  "budgetLeft.window": 'one of the windows of the SLO: `"28d"`',
};

/** What the parameter of a method takes. */
export function takenBy(method: string, parameter: string): string {
  const words = methodParameters[`${method}.${parameter}`] ?? methodParameters[parameter];
  if (words === undefined) throw new Error(`${method}(): nothing says what ${parameter} is`);
  return words;
}
