// What is done with expressions, of texts: in a definition they would be promql`…`.
import { type Analysis, type AnalysisOptions, analyse } from "../../generators/promql/analysis.ts";
import type { SeriesCatalogue } from "../../generators/promql/catalogue.ts";
import { formatPromql } from "../../generators/promql/format.ts";
import { readText } from "../../generators/promql/read.ts";
import { readingOf } from "../../generators/promql/reading.ts";
import type { Node } from "../../generators/promql/tree.ts";

export function analyseText(
  text: string,
  catalogue: SeriesCatalogue,
  { dashboard = false }: AnalysisOptions = {},
): Analysis {
  return analyse(readText(text, { variables: dashboard }), catalogue, { dashboard });
}

export function formatText(text: string): string {
  return formatPromql({ expr: text, node: readingOf(writtenAs(text)).node ?? writtenAs(text) });
}

/** What is written as text in a definition. */
export function writtenAs(text: string): Node {
  return { kind: "text", parts: [text], place: { file: "alerts.ts", line: 1 } };
}
