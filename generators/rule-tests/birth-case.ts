import type { Model } from "../model/model.ts";
import { isOfEveryScrape } from "../promql/robust/gaps.ts";
import { inState, onceAssertion, type CaseOptions } from "./alert-cases.ts";
import { neverAssertion, valueAssertion, type Assertion } from "./assertion.ts";
import { atItsPace, bornAt, growsMore, growthIn, heardIn, targetsOf, type HeardSeries } from "./births.ts";
import { during, whole, type PhasedSeries } from "./phases.ts";
import { givesWhile } from "./played-outcome.ts";
import { seriesText } from "../series/promtool.ts";
import type { Scene } from "./scenes.ts";
import type { TestSeries } from "./test-series.ts";
import { beatOf, momentsBetween, roundUp } from "./timeline.ts";

/**
 * The series that make the alert fire begin with their first increment: nothing was counted before, and there was no series.
 *
 * Their target was scraped all the time, as `up` says.
 */
export function birthCase(facts: CaseOptions, model: Model): Scene[] {
  const { setup, prefix } = facts;
  const born = bornIn(facts);
  const others = setup.bad.filter((one) => !born.some(({ series }) => series === one));
  // What fires without them shows nothing of them.
  if (born.length === 0 || givesWhile(facts.alert, "firing", others, model) !== false) return [];
  const { bornMs, firingMs } = timesOf(facts, born);
  return [
    {
      name: `${prefix}fires when its series are new`,
      endMs: firingMs,
      pace: "production",
      series: playedWith(born, others, bornMs),
      assertions: assertionsOf(facts, bornMs, firingMs),
    },
  ];
}

/**
 * What keeps the alert silent begins with its first increment: then there is something, and the condition holds no longer.
 *
 * Where the alert fires without the series, and not with them as they are when all is well.
 */
export function silencedCase(facts: CaseOptions, model: Model): Scene[] {
  const { alert, setup, prefix, timeline } = facts;
  const born = heardIn(setup)
    .filter(({ series }) => !growsMore(series))
    .map((one) => ({ ...one, series: asWhenWell(one) }));
  const others = setup.bad.filter((one) => heardIn(setup).every(({ series }) => series !== one));
  const fires = (series: readonly TestSeries[]) => givesWhile(alert, "firing", series, model);
  const isTold = fires(others) === true && fires([...others, ...born.map(({ series }) => series)]) === false;
  if (!isTold || born.some(({ series }) => growthIn(series, 1) === undefined) || !isExact(facts)) return [];
  const { bornMs } = timesOf(facts, born);
  const all = seriesText("ALERTS", { alertname: alert.alertname });
  return [
    {
      name: `${prefix}silent as soon as what keeps it so is new`,
      endMs: bornMs,
      pace: "production",
      series: playedWith(born, others, bornMs),
      assertions: [
        valueAssertion(`count(${all}) > bool 0`, bornMs - timeline.stepMs, [{ labels: "{}", value: 1 }]),
        valueAssertion(all, bornMs, []),
      ],
    },
  ];
}

/** Grows as when all is well; where nothing is counted then either, by one in a window. */
function asWhenWell({ series, births }: HeardSeries): TestSeries {
  const { behaviour, strideMs } = series;
  const windowMs = Math.max(...births.map((birth) => birth.windowMs));
  const stands = growthIn({ behaviour: { ...behaviour, firing: behaviour.ok } }, 1) === 0;
  const once = { kind: "grows", by: strideMs / windowMs, everyMs: strideMs } as const;
  return { ...series, behaviour: { ...behaviour, firing: stands ? once : behaviour.ok } };
}

function playedWith(
  born: readonly HeardSeries[],
  others: readonly TestSeries[],
  bornMs: number,
): PhasedSeries[] {
  return [
    ...born.map((one) => bornAt(one, bornMs)),
    ...others.map(atItsPace).map(during(whole("firing"))),
    ...targetsOf(born),
  ];
}

/** Those that are added to when it fires; of a histogram all buckets, which come at once. */
function bornIn({ setup }: CaseOptions): HeardSeries[] {
  const heard = heardIn(setup);
  const more = new Set(heard.filter(({ series }) => growsMore(series)).map(({ series }) => series.given));
  return heard.filter(
    ({ series }) => growsMore(series) || (series.part === "bucket" && more.has(series.given)),
  );
}

function timesOf({ alert, setup, timeline, withinMs }: CaseOptions, born: readonly HeardSeries[]) {
  const { stepMs } = timeline;
  const toleranceMs = Math.max(...born.flatMap(({ births }) => births.map((one) => one.toleranceMs)));
  const bornMs = roundUp(timeline.badMs + toleranceMs, beatOf(stepMs, setup.bad.map(atItsPace)));
  // What looks at a window of recordings, or at a trend, takes as long as it takes for series that were there.
  const lateMs = isExact({ setup, timeline }) ? 0 : timeline.onsetMs;
  return { bornMs, firingMs: roundUp(bornMs + (withinMs ?? lateMs + alert.forMs), stepMs) };
}

function isExact({ setup, timeline }: Pick<CaseOptions, "setup" | "timeline">): boolean {
  return setup.isExact && timeline.onsetMs === timeline.badMs;
}

function assertionsOf(facts: CaseOptions, bornMs: number, firingMs: number): Assertion[] {
  const { alert, expected, timeline, withinMs } = facts;
  const { stepMs } = timeline;
  const [pending, firing] = [inState(alert, expected, "pending"), inState(alert, expected, "firing")];
  const before = neverAssertion(alert.alertname, bornMs - stepMs, stepMs);
  if (withinMs !== undefined) return [before, onceAssertion(firing, bornMs, firingMs, stepMs)];
  return [
    before,
    ...(alert.forMs > 0 && isExact(facts) ? [valueAssertion(pending.expr, bornMs, pending.samples)] : []),
    valueAssertion(firing.expr, firingMs, firing.samples),
  ];
}

/**
 * All is well, and has been counted for long: a scrape fails, and then the target is away for longer than the rule looks back. It
 * is no news what it had counted before.
 */
export function returnCase(facts: CaseOptions): Scene[] {
  const { alert, prefix, setup, timeline } = facts;
  const heard = heardIn(setup);
  if (heard.length === 0) return [];
  const paced = setup.bad.map(atItsPace);
  const { stepMs } = timeline;
  const longest = Math.max(
    ...heard.flatMap(({ births }) => births.map((one) => one.windowMs + one.toleranceMs)),
  );
  const beat = beatOf(stepMs, paced);
  const failedMs = roundUp(timeline.badMs, beat);
  const awayMs = failedMs + roundUp(longest, beat);
  const backMs = awayMs + roundUp(longest, beat);
  const endMs = backMs + roundUp(longest, beat) + beat;
  const goes = (series: TestSeries) => series.given.kind !== "follows" && !isOfEveryScrape(series.metric);
  const away = (everyMs: number) => [failedMs, ...momentsBetween(roundUp(awayMs, everyMs), backMs, everyMs)];
  return [
    {
      name: `${prefix}silent when its target fails, goes and comes back`,
      endMs,
      pace: "production",
      series: paced.map((series) => ({
        series,
        phases: { ...whole("ok"), ...(goes(series) && { failedMs: away(series.strideMs) }) },
      })),
      // What is divided, or kept silent, by what needs two samples may be pending until these have come.
      assertions: [neverAssertion(alert.alertname, endMs, stepMs, "firing")],
    },
  ];
}
