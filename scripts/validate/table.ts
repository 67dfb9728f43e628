import { styleText } from "node:util";
import { counted } from "./judge.ts";
import type { Ruling } from "./ruling.ts";

const headings = { what: "what", judged: "judged", by: "by", verdict: "verdict" };
const columns = ["what", "judged", "by", "verdict"] as const;

/** The rulings as a table for people; coloured only where the stream is a terminal and NO_COLOR is not set. */
export function rulingTable(
  rulings: readonly Ruling[],
  allowMissing: boolean,
  stream: NodeJS.WritableStream,
): string {
  const rows = [headings, ...rulings.map((ruling) => cells(ruling, allowMissing))];
  const widths = columns.map((column) => Math.max(...rows.map((row) => row[column].length)));
  const lines = rows.map((row, index) => {
    const padded = columns.map((column, place) => row[column].padEnd(widths[place] ?? 0));
    const line = padded.join("  ").trimEnd();
    if (index === 0) return styleText("bold", line, { stream });
    const color = row.verdict === "ok" ? "green" : row.verdict === "skipped" ? "yellow" : "red";
    return line.slice(0, line.length - row.verdict.length) + styleText(color, row.verdict, { stream });
  });
  return `${lines.join("\n")}\n`;
}

function cells({ what, by, result }: Ruling, allowMissing: boolean): typeof headings {
  if ("missing" in result)
    return { what, judged: "nothing", by, verdict: allowMissing ? "skipped" : "missing" };
  const { judged, problems } = result;
  return { what, judged, by, verdict: problems.length === 0 ? "ok" : counted(problems.length, "problem") };
}
