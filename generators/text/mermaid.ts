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
