/** The name of a panel's query by its position: A to Z, then AA, AB …, as Grafana itself counts. */
export function refIdAt(index: number): string {
  const letter = String.fromCharCode("A".charCodeAt(0) + (index % 26));
  return index < 26 ? letter : refIdAt(Math.floor(index / 26) - 1) + letter;
}
