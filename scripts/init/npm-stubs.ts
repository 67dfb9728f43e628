/** A key that `npm init` fills in for a start. */
export type NpmStub = "main" | "type" | "scripts.test";

interface Described {
  readonly [key: string]: unknown;
  readonly main?: string | undefined;
  readonly scripts?: Readonly<Record<string, string>> | undefined;
}

const stockTest = 'echo "Error: no test specified" && exit 1';

/**
 * What `npm init` wrote and nobody has touched since. That it did, its `test` shows, which only fails: beside one of somebody's own,
 * `"type": "commonjs"` is meant. A program that is there is meant too.
 *
 * @param hasFile whether the project has a file of this path
 */
export function npmStubsIn(
  { main, type, scripts }: Described,
  hasFile: (path: string) => boolean,
): NpmStub[] {
  if (scripts?.["test"] !== stockTest) return [];
  if (main !== undefined && hasFile(main)) return ["scripts.test"];
  return [
    ...(main === "index.js" ? (["main"] as const) : []),
    ...(type === "commonjs" ? (["type"] as const) : []),
    "scripts.test",
  ];
}
