/** A path as YAML reads it; a plain name needs no quotes. */
export function plainPath(path: string): string {
  return /^[A-Za-z][\w/.-]*$/.test(path) ? path : JSON.stringify(path);
}
