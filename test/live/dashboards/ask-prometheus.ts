import { itemsAt, entriesAt, dataAt } from "../../../generators/targets/validation/untyped-data.ts";

/** A series as Prometheus answers it. */
export interface AnsweredSeries {
  readonly labels: Readonly<Record<string, string>>;
  /** In the order of time; what is no finite number is left out. */
  readonly samples: readonly { readonly atMs: number; readonly value: number }[];
}

/** Asks for the values between two moments, or where there is no step for those of the later one. */
export async function askPrometheus(
  prometheus: string,
  query: string,
  { fromMs, toMs, stepMs }: { readonly fromMs: number; readonly toMs: number; readonly stepMs?: number },
): Promise<AnsweredSeries[]> {
  const times: Record<string, string> =
    stepMs === undefined
      ? { time: inSeconds(toMs) }
      : { start: inSeconds(fromMs), end: inSeconds(toMs), step: inSeconds(stepMs) };
  const path = stepMs === undefined ? "query" : "query_range";
  const answer = await post(`${prometheus}/api/v1/${path}`, { query, ...times });
  return itemsAt(answer, "data", "result").map(answeredSeries);
}

/** The values of a label of the series that a selector means, sorted, as Grafana offers them. */
export async function askLabelValues(
  prometheus: string,
  { selector, label }: { readonly selector: string; readonly label: string },
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
): Promise<string[]> {
  const query = new URLSearchParams({ "match[]": selector, start: inSeconds(fromMs), end: inSeconds(toMs) });
  const response = await fetch(`${prometheus}/api/v1/label/${label}/values?${query.toString()}`);
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${selector}: ${JSON.stringify(answer)}`);
  return itemsAt(answer, "data").map(String).sort();
}

async function post(url: string, form: Readonly<Record<string, string>>): Promise<unknown> {
  const response = await fetch(url, { method: "POST", body: new URLSearchParams(form) });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${form["query"]}: ${JSON.stringify(answer)}`);
  return answer;
}

function answeredSeries(series: unknown): AnsweredSeries {
  const labels = Object.fromEntries(
    entriesAt(series, "metric").map(([name, value]) => [name, String(value)]),
  );
  const value = dataAt(series, "value");
  const pairs = value === undefined ? itemsAt(series, "values") : [value];
  const samples = pairs.map((pair) => ({
    atMs: Number(dataAt(pair, 0)) * 1000,
    value: Number(dataAt(pair, 1)),
  }));
  return { labels, samples: samples.filter((sample) => Number.isFinite(sample.value)) };
}

function inSeconds(ms: number): string {
  return String(ms / 1000);
}
