/** What a page of the metric reference says of one metric. */
export interface MetricSection {
  readonly type: string | undefined;
  /** Names of its own labels, in the order of the alphabet. */
  readonly labels: readonly string[];
  /** The bounds of its buckets. */
  readonly buckets: readonly number[];
}

/** The sections of a page by the names of the metrics; a name that two jobs export has several. */
export function metricSections(page: string): ReadonlyMap<string, readonly MetricSection[]> {
  const sections = new Map<string, MetricSection[]>();
  for (const text of page.split(/^### /m).slice(1)) {
    const name = text.slice(0, text.indexOf("\n"));
    sections.set(name, [...(sections.get(name) ?? []), sectionOf(text)]);
  }
  return sections;
}

function sectionOf(text: string): MetricSection {
  const labels = /^- Labels: (.*)$/m.exec(text)?.[1] ?? "";
  // What stands in brackets are values, not names.
  const names = [...labels.replace(/\([^)]*\)/g, "").matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
  return {
    type: /^\*\*(\w+)\*\*/m.exec(text)?.[1],
    labels: names.sort(),
    buckets: numbersIn(/^- Buckets up to: (.*)$/m.exec(text)?.[1] ?? ""),
  };
}

function numbersIn(list: string): number[] {
  return [...list.matchAll(/`([^`]+)`/g)].map(([, bound]) => Number(bound));
}
