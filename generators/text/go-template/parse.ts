import { piecesOf, tokensOf, type Piece } from "./tokens.ts";
import type { Branch, Node, Operand, Pipe, Start, Templates } from "./tree.ts";

/** Reads the templates that a text defines; throws a SyntaxError where it is none of those that are known here. */
export function parseTemplates(source: string): Templates {
  const pieces = piecesOf(source);
  const templates = new Map<string, readonly Node[]>();
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (!piece || "text" in piece) continue;
    const [, name] = /^define\s+"([^"]*)"$/.exec(piece.action) ?? [];
    if (name === undefined) throw new SyntaxError(`{{ ${piece.action} }} is outside of each template`);
    const body = nodesFrom(pieces, at + 1);
    templates.set(name, body.nodes);
    at = body.next;
  }
  return templates;
}

/** Reads a text that is filled in by itself, such as one of alertmanager.yml. */
export function parseText(source: string): readonly Node[] {
  const pieces = piecesOf(source);
  const { nodes, next } = nodesFrom(pieces, 0);
  if (next < pieces.length) throw new SyntaxError(`more than a text: ${source}`);
  return nodes;
}

interface Block {
  readonly nodes: readonly Node[];
  /** The place of the `end` or `else` behind it. */
  readonly next: number;
}

function nodesFrom(pieces: readonly Piece[], from: number): Block {
  const nodes: Node[] = [];
  let at = from;
  for (; at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (!piece) break;
    if ("text" in piece) {
      nodes.push({ kind: "text", text: piece.text });
      continue;
    }
    const [word = ""] = /^\w+/.exec(piece.action) ?? [];
    if (word === "end" || word === "else") break;
    if (word === "if" || word === "with" || word === "range") {
      const { branch, next } = branchFrom(word, pieces, at);
      nodes.push(branch);
      at = next;
    } else nodes.push(word === "template" ? templateOf(piece.action) : actionOf(piece.action));
  }
  return { nodes, next: at };
}

function branchFrom(
  kind: Branch["kind"],
  pieces: readonly Piece[],
  at: number,
): { readonly branch: Branch; readonly next: number } {
  const pipe = pipeOf(actionAt(pieces, at).slice(kind.length));
  const then = nodesFrom(pieces, at + 1);
  const closing = actionAt(pieces, then.next);
  if (closing === "end") return { branch: { kind, pipe, then: then.nodes, otherwise: [] }, next: then.next };
  if (closing !== "else") throw new SyntaxError(`{{ ${closing} }}`);
  const otherwise = nodesFrom(pieces, then.next + 1);
  if (actionAt(pieces, otherwise.next) !== "end") throw new SyntaxError(`no {{ end }} of {{ ${kind} }}`);
  return { branch: { kind, pipe, then: then.nodes, otherwise: otherwise.nodes }, next: otherwise.next };
}

function actionAt(pieces: readonly Piece[], at: number): string {
  const piece = pieces[at];
  return piece && "action" in piece ? piece.action : "";
}

function templateOf(action: string): Node {
  const [, name, rest = ""] = /^template\s+"([^"]*)"(.*)$/s.exec(action) ?? [];
  if (name === undefined) throw new SyntaxError(`{{ ${action} }}`);
  return { kind: "template", name, pipe: rest.trim() === "" ? undefined : pipeOf(rest) };
}

function actionOf(action: string): Node {
  return { kind: "action", pipe: pipeOf(action) };
}

function pipeOf(text: string): Pipe {
  const tokens = tokensOf(text.trim());
  const { pipe, next } = pipeFrom(tokens, 0);
  if (next < tokens.length) throw new SyntaxError(`{{ ${text} }}`);
  return pipe;
}

function pipeFrom(tokens: readonly string[], from: number): { readonly pipe: Pipe; readonly next: number } {
  const variables: string[] = [];
  let at = from;
  const sign = tokens.slice(from, from + 4).findIndex((one) => one === ":=" || one === "=");
  if (sign >= 0) {
    variables.push(...tokens.slice(from, from + sign).filter((one) => one !== ","));
    at = from + sign + 1;
  }
  const commands: Operand[][] = [[]];
  for (; at < tokens.length && !tokens[at]?.startsWith(")"); at += 1) {
    const word = tokens[at] ?? "";
    if (word === "|") commands.push([]);
    else if (word === "(") {
      const { pipe, next } = pipeFrom(tokens, at + 1);
      const closing = tokens[next];
      if (closing === undefined) throw new SyntaxError("a bracket that is not closed");
      commands.at(-1)?.push({ kind: "chain", from: pipe, path: pathIn(closing.slice(1)) });
      at = next;
    } else commands.at(-1)?.push(operandOf(word));
  }
  if (commands.some(({ length }) => length === 0)) throw new SyntaxError("nothing where a value belongs");
  return { pipe: { variables, assigns: tokens[from + sign] === "=", commands }, next: at };
}

function operandOf(word: string): Operand {
  if (word.startsWith("`")) return { kind: "literal", value: word.slice(1, -1) };
  // The escapes of Go that JSON has not are in none of our templates: JSON refuses them.
  if (word.startsWith('"')) return { kind: "literal", value: String(JSON.parse(word)) };
  if (word === "true" || word === "false") return { kind: "literal", value: word === "true" };
  if (/^-?\d/.test(word)) return { kind: "literal", value: Number(word) };
  if (word.startsWith("$")) {
    const [variable = "", ...path] = word.split(".");
    return chain({ variable }, path);
  }
  if (word.startsWith(".")) return chain("dot", pathIn(word));
  return { kind: "function", name: word };
}

function chain(from: Start, path: readonly string[]): Operand {
  return { kind: "chain", from, path };
}

/** `.A.B` */
function pathIn(text: string): string[] {
  return text.split(".").filter((name) => name !== "");
}
