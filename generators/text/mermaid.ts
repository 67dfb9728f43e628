import { nameHash } from "./name-hash.ts";

/** A box of a flowchart, or one with round ends; its lines are plain text. */
export interface FlowchartNode {
  /** Letters, digits and _: see flowchart-ids.ts. */
  readonly id: string;
  readonly shape: "box" | "round";
  readonly lines: readonly string[];
}

/** An arrow from one node to another. */
export interface FlowchartEdge {
  readonly from: string;
  readonly to: string;
  /** Plain text. */
  readonly label?: string | undefined;
  readonly dotted?: boolean;
}

/** A flowchart in Mermaid's language, read from left to right; without a line break at its end. */
export function printFlowchart(nodes: readonly FlowchartNode[], edges: readonly FlowchartEdge[]): string {
  return ["flowchart LR", ...nodes.map(nodeLine), ...edges.map(edgeLine)].join("\n  ");
}

function nodeLine({ id, shape, lines }: FlowchartNode): string {
  const text = `"${lines.map(mermaidText).join("<br>")}"`;
  return shape === "box" ? `${id}[${text}]` : `${id}([${text}])`;
}

function edgeLine({ from, to, label, dotted = false }: FlowchartEdge): string {
  const arrow = dotted ? "-.->" : "-->";
  return `${from} ${arrow}${label === undefined ? "" : `|"${mermaidText(label)}"|`} ${to}`;
}

/**
 * Plain text for between quotes: what Mermaid could read as its own language, as HTML or as Markdown (also `1.` and
 * addresses, which make it draw an error) is written by its number, as `#35;` for `#`.
 */
export function mermaidText(text: string): string {
  return text.replace(unsafe, (character) => {
    const byNumber = `#${character.codePointAt(0) ?? 0};`;
    // Mermaid reads \n even of numbers as the end of a line: a space of no width keeps the two apart.
    return character === "\\" ? `${byNumber}#8203;` : byNumber;
  });
}

/** Any sign but these; a dash or a space only between other characters. */
const unsafe = /[^\p{L}\p{N} ,=()-]|^[ ]|[ ]$|(?<![\p{L}\p{N}])-|-(?![\p{L}\p{N}])/gu;

/**
 * The ids of a flowchart's nodes, made of what they are called: `receiver on-call` → `receiver_on_call`.
 *
 * What is before or behind a node changes nothing of its id, so that a node more is a line more in a review. Only names that
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
