import { actionsIn } from "../../text/render-template.ts";

/** A piece of a template of an alert. */
export type TextPiece =
  | { readonly kind: "plain"; readonly text: string }
  | { readonly kind: "label"; readonly name: string; readonly text: string }
  /** All labels at once. */
  | { readonly kind: "labels"; readonly text: string }
  /** The value, and the function that it goes through last; undefined: none, or printf. */
  | { readonly kind: "value"; readonly through: string | undefined; readonly text: string };

const action = /\{\{-?((?:"(?:[^"\\\n]|\\.)*"|`[^`]*`|(?!\}\})[^"`])*?)-?\}\}/g;

/** A template in pieces: what is neither a label nor the value stays as it is. */
export function readTemplate(template: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const found of template.matchAll(action)) {
    pieces.push({ kind: "plain", text: template.slice(from, found.index) });
    pieces.push(pieceOf(found[0], (found[1] ?? "").trim()));
    from = found.index + found[0].length;
  }
  return [...pieces, { kind: "plain" as const, text: template.slice(from) }].filter(
    ({ text }) => text !== "",
  );
}

function pieceOf(text: string, inner: string): TextPiece {
  const label = /^(?:\$labels|\.Labels)\.([A-Za-z_]\w*)$/.exec(inner)?.[1];
  if (label !== undefined) return { kind: "label", name: label, text };
  if (inner === "$labels" || inner === ".Labels") return { kind: "labels", text };
  const piped = /^(?:\$value|\.Value)(?:\s*\|\s*(\w+)(?:\s+"[^"]*")?)?$/.exec(inner);
  if (piped) return { kind: "value", through: piped[1] === "printf" ? undefined : piped[1], text };
  const called = /^(humanize\w*|printf\s+"[^"]*")\s+(?:\$value|\.Value)$/.exec(inner)?.[1];
  if (called === undefined) return { kind: "plain", text };
  return { kind: "value", through: called.startsWith("printf") ? undefined : called, text };
}

/** Labels that a template names. */
export function labelsNamedIn(template: string): readonly string[] {
  return actionsIn(template).flatMap((inner) =>
    [...inner.matchAll(/(?:\$labels|\.Labels)\.([A-Za-z_]\w*)/g)].map(([, name = ""]) => name),
  );
}
