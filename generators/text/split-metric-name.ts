/** A name in two parts that json_exporter joins with `_`, as it does for the values of an object; undefined for one word. */
export function splitMetricName(name: string): readonly [string, string] | undefined {
  const [, first, last] = /^(\w+)_([a-zA-Z]\w*)$/.exec(name) ?? [];
  return first === undefined || last === undefined ? undefined : [first, last];
}
