import type { Check, Finding } from "../../check.ts";
import { durationInMs, formatDuration } from "../../language/duration.ts";
import type { LabelSpec } from "../../language/label.ts";
import { groupOf } from "../../model/lookups.ts";
import type { Model } from "../../model/model.ts";
import { groupBy } from "../../group-by.ts";
import { rulesOf } from "../reading/expressions-of.ts";

/** Prometheus takes 1 to 2 bytes for a sample: what many gauges that hardly change take at least, and what to plan for. */
const bytesOfSample = { least: 1.3, planned: 2 } as const;
const gib = 2 ** 30;

/** What is stored for as long as the rules look back fits into what samples may take; of the series, those that are known are counted. */
export const retentionSizeHoldsRanges: Check = {
  id: "retention-size-holds-ranges",
  why: "Prometheus deletes its oldest samples as soon as all take more than retentionSizeGiB, however long they should be kept. A rule that looks further back then silently covers only what is left.",
  source: "https://prometheus.io/docs/prometheus/latest/storage/#operational-aspects",
  wrong: `
export const ManyOrders = alert({
  ...rest,
  expr: orders.increase("14d").gt(5),
  scenario: grows(orders.where({ channel: "web" }), "14d", { ok: 0, limit: 5, firing: 6 }),
});
export const prometheus = {
  ...smallPlatform.prometheus,
  scrapeInterval: "1s",
  scrapeTimeout: "1s",
  retentionSizeGiB: 0.005,
} as const;
`,
  right: `
export const ManyOrders = alert({
  ...rest,
  expr: orders.increase("14d").gt(5),
  scenario: grows(orders.where({ channel: "web" }), "14d", { ok: 0, limit: 5, firing: 6 }),
});
export const prometheus = {
  ...smallPlatform.prometheus,
  scrapeInterval: "1s",
  scrapeTimeout: "1s",
  retentionSizeGiB: 0.05,
} as const;
`,
  *find(model: Model): Iterable<Finding> {
    const { prometheus, place } = model.platform;
    const longest = longestRange(model, durationInMs(prometheus.retention) ?? 0);
    const stored = storedSamples(model);
    if (!longest) return;
    const bytes = (ofSample: number) => (stored.perSecond * longest.reachMs * ofSample) / 1000;
    const keptMs = Math.round(
      (prometheus.retentionSizeGiB * gib * 1000) / (stored.perSecond * bytesOfSample.least),
    );
    if (bytes(bytesOfSample.least) <= prometheus.retentionSizeGiB * gib) return;
    yield {
      definition: model.platform,
      message:
        `${longest.name} looks back ${formatDuration(longest.reachMs)}, but ${prometheus.retentionSizeGiB} GiB hold at most ${inHours(keptMs)}: ` +
        `at least ${stored.series} series give ${stored.perSecond.toFixed(1)} samples a second, of ${bytesOfSample.least} bytes or more`,
      fix: `set retentionSizeGiB to ${enough(bytes(bytesOfSample.planned))} or more, at ${place.file}:${place.line}, or shorten the range`,
    };
  },
};

/** The rule that looks furthest back, of what is kept at all: beyond that another check reports it. */
function longestRange(model: Model, keptMs: number) {
  const reaching = rulesOf(model).flatMap(({ name, analysis }) =>
    analysis.selectors.map(({ reachMs = 0 }) => ({ name, reachMs })),
  );
  const fitting = reaching.filter(({ reachMs }) => reachMs > 0 && reachMs <= keptMs);
  return fitting.reduce<(typeof fitting)[number] | undefined>(
    (longest, one) => (longest === undefined || one.reachMs > longest.reachMs ? one : longest),
    undefined,
  );
}

/** How many series there are at least, and how many samples they give in a second. */
function storedSamples(model: Model): { readonly series: number; readonly perSecond: number } {
  const byJob = groupBy(model.metrics, ({ job }) => job);
  const ofJobs = model.jobs.map(({ name, everyMs, targets }) => {
    const own = (byJob.get(name) ?? []).flatMap(({ series }) => series);
    // What Prometheus itself says of each scrape: up, how long it took, and three counts of samples.
    const perTarget = own.reduce((sum, { labels }) => sum + fewest(labels), 5);
    return { series: perTarget * targets.length, everyMs };
  });
  const ofRecordings = model.recordings.map((recording) => ({
    series: fewest(recording.analysis.type.labels ?? new Map()),
    everyMs: groupOf(model, recording)?.everyMs ?? 0,
  }));
  const all = [...ofJobs, ...ofRecordings].filter(({ everyMs }) => everyMs > 0);
  return {
    series: all.reduce((sum, { series }) => sum + series, 0),
    perSecond: all.reduce((sum, { series, everyMs }) => sum + (series * 1000) / everyMs, 0),
  };
}

/** One for each combination of values that are listed; of other labels nobody knows how many there are. */
function fewest(labels: ReadonlyMap<string, LabelSpec>): number {
  return [...labels.values()].reduce(
    (product, spec) => product * (Array.isArray(spec) ? Math.max(1, spec.length) : 1),
    1,
  );
}

function inHours(ms: number): string {
  const hour = 60 * 60 * 1000;
  return ms < hour ? "less than 1h" : formatDuration(Math.floor(ms / hour) * hour);
}

/** Rounded up to a number that people write: 0.05, 2, 30. */
function enough(bytes: number): number {
  const size = bytes / gib;
  const step = 10 ** Math.floor(Math.log10(size));
  return Number((Math.ceil(size / step) * step).toPrecision(1));
}
