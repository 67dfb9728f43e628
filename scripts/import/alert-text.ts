import { isScaledUnit } from "../../generators/language/unit-scale.ts";
import { readTemplate, type TextPiece } from "../../generators/import/texts/read-text.ts";
import { type Code, text } from "../code/code.ts";

/** What a text is about. */
export interface TextOf {
  readonly labels: ReadonlySet<string>;
  readonly unit: string;
}

/** A text of an alert: a function of its labels and its value where it inserts these, and else the template as it is. */
export function alertTextCode(template: string, of: TextOf): Code {
  const pieces = withoutUnits(readTemplate(template), of);
  const isInserted = (piece: TextPiece) => insertedCode(piece, of) !== undefined;
  if (!pieces.some(isInserted)) return text(template);
  const inserted = pieces.filter(isInserted);
  const asksLabels =
    inserted.some(({ kind }) => kind !== "value") &&
    (of.labels.size > 0 || inserted.some(({ kind }) => kind === "label"));
  const asksValue = inserted.some(({ kind }) => kind === "value");
  const parameters = [...(asksLabels ? ["labels"] : []), ...(asksValue ? ["value"] : [])].join(", ");
  const body = pieces.map((piece) => insertedCode(piece, of) ?? escaped(piece.text)).join("");
  return { kind: "arrow", parameters: `({ ${parameters} })`, body: `\`${body}\`` };
}

function insertedCode(piece: TextPiece, { labels, unit }: TextOf): string | undefined {
  if (piece.kind === "label") return labels.has(piece.name) ? `\${labels.${piece.name}}` : undefined;
  // All of them are those that are known: what nobody can name, no rule test can play.
  if (piece.kind === "labels")
    return [...labels]
      .sort()
      .map((name) => `${name}=\${labels.${name}}`)
      .join(", ");
  if (piece.kind !== "value") return undefined;
  const wanted = piece.through === undefined ? undefined : unitsFor[piece.through];
  return wanted === undefined || wanted.includes(unit) ? "${value}" : undefined;
}

/** What a value must measure so that its own format says the same; of the others each value has one. */
const unitsFor: Readonly<Record<string, readonly string[]>> = {
  humanizePercentage: ["ratio", "seconds/s"],
  humanizeDuration: ["seconds"],
  humanizeTimestamp: ["timestamp"],
  humanize1024: [],
};

/** The value brings its unit: what stands behind it would be the second. */
function withoutUnits(pieces: readonly TextPiece[], of: TextOf): TextPiece[] {
  return pieces.map((piece, index) => {
    const before = pieces[index - 1];
    const isBehind = before?.kind === "value" && insertedCode(before, of) !== undefined;
    if (piece.kind !== "plain" || !isBehind || !isScaledUnit(of.unit)) return piece;
    return { ...piece, text: piece.text.replace(/^\s?(?:%|ms\b|s\b|B\b|seconds\b|bytes\b)/, "") };
  });
}

function escaped(plain: string): string {
  return plain
    .replace(/[`\\]|\$(?=\{)/g, (sign) => `\\${sign}`)
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r");
}
