import { nameHash } from "./name-hash.ts";

/**
 * The ids of a flowchart's nodes, made of what they are called: `receiver on-call` → `receiver_on_call`.
 *
 * What stands before or behind a node changes nothing of its id, so that a node more is a line more in a review. Only names that
 * read the same are numbered.
 */
export function flowchartIds(names: readonly string[]): string[] {
  const plain = names.map(plainId);
  const taken = new Set(plain);
  const seen = new Set<string>();
  return plain.map((id) => {
    let [own, number] = [id, 1];
    while (seen.has(own) || (own !== id && taken.has(own))) own = `${id}_${++number}`;
    seen.add(own);
    return own;
  });
}

const longest = 80;

/** A word before the name keeps it from being one of Mermaid's own, such as `end`. */
function plainId(name: string): string {
  const id = name.replace(/[^A-Za-z0-9]+/g, "_").replace(/^_|_$/g, "") || "node";
  return id.length <= longest ? id : `${id.slice(0, longest)}_${nameHash(name).toString(36)}`;
}
