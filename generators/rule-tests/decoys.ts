import { eachSituation } from "../series/given.ts";
import type { Behaviour } from "../series/series.ts";
import { goodInstance } from "./concrete-series.ts";
import { inverted, sampleLabel } from "./label-sample.ts";
import { seriesText } from "../series/promtool.ts";
import { selects, type Read } from "./reads.ts";
import { isMissing, type TestSeries } from "./test-series.ts";

/**
 * Series that the rule must not read, though they differ from those that it reads in one label only, and fire all the time.
 *
 * One for each matcher: without it the rule would read them.
 */
export function decoysOf(
  signals: readonly TestSeries[],
  reads: readonly Read[],
  jobs: readonly string[],
): TestSeries[] {
  const taken = new Set(signals.map(({ metric, labels }) => seriesText(metric, labels)));
  const decoys: TestSeries[] = [];
  for (const signal of signals) {
    if (signal.labels["instance"] === goodInstance) continue;
    for (const labels of otherLabels(signal, reads, jobs)) {
      const decoy = { ...signal, labels };
      const text = seriesText(decoy.metric, decoy.labels);
      if (taken.has(text) || reads.some((read) => selects(read, decoy))) continue;
      taken.add(text);
      decoys.push(decoy);
    }
  }
  return decoys;
}

/** What a decoy does all the time: what fires, unless what fires is that it is missing. */
export function decoySituation(decoy: TestSeries): "firing" | "ok" {
  return isMissing(decoy, "firing") ? "ok" : "firing";
}

function otherLabels(
  signal: TestSeries,
  reads: readonly Read[],
  jobs: readonly string[],
): Record<string, string>[] {
  const matchers = reads
    .filter((read) => selects(read, signal))
    .flatMap(({ selector }) => selector.matchers)
    .filter(({ name }) => name !== "__name__" && name !== "le");
  return matchers.flatMap((matcher) => {
    const { name } = matcher;
    const value = sampleLabel(name, "*", [inverted(matcher)], name === "job" ? otherJobs(jobs) : []);
    return value === undefined ? [] : [{ ...besideIt(signal, name), [name]: value }];
  });
}

/** The labels of a series beside another, of which `name` differs: where only one of them can be there, it is one of something else. */
function besideIt({ labels, keys = [] }: TestSeries, name: string): TestSeries["labels"] {
  const key = keys.find((one) => !one.includes(name));
  const other = key?.find((label) => label === "instance") ?? key?.[0];
  // What another job exports is another metric.
  if (name === "job" || other === undefined) return labels;
  const value = sampleLabel(other, "*", [inverted({ op: "=", value: labels[other] ?? "" })]);
  return value === undefined ? labels : { ...labels, [other]: value };
}

function* otherJobs(jobs: readonly string[]): Iterable<string> {
  yield "another-job";
  yield* jobs;
}

/** The same series with other values: a mean of what is read and of a decoy that does the same would show nothing. */
export function unlike(decoy: TestSeries): TestSeries {
  return { ...decoy, behaviour: eachSituation((situation) => unlikeBehaviour(decoy.behaviour[situation])) };
}

function unlikeBehaviour(behaviour: Behaviour): Behaviour {
  switch (behaviour.kind) {
    case "constant":
      return { ...behaviour, value: other(behaviour.value) };
    case "ahead":
      return { ...behaviour, seconds: other(behaviour.seconds) };
    case "grows":
      return { ...behaviour, by: other(behaviour.by) };
    case "follows":
      return {
        ...behaviour,
        samples: behaviour.samples.map((one) => (one === "missing" ? one : other(one))),
      };
    case "missing":
    case "stays":
    case "restarts":
      return behaviour;
  }
}

function other(value: number): number {
  return 3 * value + 1;
}
