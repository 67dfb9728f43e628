/** The path of the same picture for the other background; undefined where the name names none. */
export function otherTheme(path: string): string | undefined {
  const [, start, theme] = /^(.*)-(light|dark)\.svg$/.exec(path) ?? [];
  if (start === undefined) return undefined;
  return `${start}-${theme === "light" ? "dark" : "light"}.svg`;
}

/** What a picture draws, without its colours. */
export function geometry(svg: string): string {
  return svg.replace(/<style>[^<]*<\/style>/, "");
}
