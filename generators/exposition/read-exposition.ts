import { blanks, type Cursor, quoted, Refusal, unescaped, word } from "./cursor.ts";
import type { FamilyType, ReadExposition, Sample } from "./exposition.ts";
import { type Described, familiesOf } from "./families.ts";
import { readSample } from "./sample-line.ts";

/**
 * Reads what a program exposes under `/metrics`, in Prometheus' text format or in OpenMetrics.
 *
 * It keeps names, types, helps, units, labels and values, and refuses what it cannot read, with the line: half an exposition would be
 * half a service.
 */
export function readExposition(text: string): ReadExposition {
  const described = new Map<string, Described>();
  const samples: Sample[] = [];
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    try {
      if (/^#\s*EOF\s*$/.test(line)) break;
      if (line.trim() === "") continue;
      if (line.startsWith("#")) describe(line, described);
      else samples.push(readSample(line));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { unreadable: { line: index + 1, reason: error.message } };
    }
  }
  if (samples.length === 0) return { unreadable: { line: 1, reason: "there is no metric in it" } };
  return { families: familiesOf(described, samples) };
}

const types: ReadonlySet<string> = new Set<FamilyType>([
  ...(["counter", "gauge", "histogram", "summary", "untyped"] as const),
  ...(["unknown", "info", "stateset", "gaugehistogram"] as const),
]);

/** Reads `# HELP name text`, `# TYPE name counter` and `# UNIT name seconds`; other comments say nothing. */
function describe(line: string, described: Map<string, Described>): void {
  const cursor: Cursor = { text: line, at: 0 };
  const keyword = word(cursor, /#[ \t]+(?:HELP|TYPE|UNIT)[ \t]+/y).replace(/[#\s]+/g, "");
  if (keyword === "") return;
  const name = line[cursor.at] === '"' ? quoted(cursor) : word(cursor, /\S+/y);
  if (name === "") return;
  blanks(cursor);
  const rest = line.slice(cursor.at);
  const own = described.get(name) ?? {};
  described.set(name, own);
  if (keyword === "HELP") own.help = unescaped(rest).trim();
  if (keyword === "UNIT") own.unit = rest.trim();
  if (keyword !== "TYPE") return;
  const type = rest.trim().toLowerCase();
  if (!isType(type))
    throw new Refusal(
      `${name.slice(0, 80)} has the type ${type.slice(0, 40) || "of nothing"}, which does not exist`,
    );
  own.type = type;
}

function isType(type: string): type is FamilyType {
  return types.has(type);
}
