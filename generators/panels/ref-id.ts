/** The name of a panel's query by its position: A to Z, then AA, AB …, as Grafana itself counts. */
export function refIdAt(index: number): string {
  const letter = String.fromCharCode("A".charCodeAt(0) + (index % 26));
  return index < 26 ? letter : refIdAt(Math.floor(index / 26) - 1) + letter;
}

/** A name for each query: the one that is written, else the first that no other has. */
export function refIdsOf(written: readonly (string | undefined)[]): string[] {
  const taken = new Set(written);
  return written.map((refId) => {
    if (refId !== undefined) return refId;
    let index = 0;
    while (taken.has(refIdAt(index))) index += 1;
    const free = refIdAt(index);
    taken.add(free);
    return free;
  });
}
