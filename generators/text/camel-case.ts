/** The words of a name: `ShopAPIDown` → Shop, API, Down. */
export function wordsOfCamelCase(name: string): string[] {
  return name.match(/[A-Z]+(?![a-z])|[A-Z][a-z0-9]*|[a-z0-9]+/g) ?? [];
}
