import type { Given } from "../language/given.ts";
import type { Model } from "../model/model.ts";
import type { AlertModel } from "../model/rule-model.ts";
import type { SloModel } from "../model/slo-model.ts";
import { badInstance, concreteSeries } from "./concrete-series.ts";
import { givesWhile } from "./played-outcome.ts";
import { behavioursOf, type TestSeries } from "./test-series.ts";

// Below its minimum traffic an SLO fires nothing, and a kind of failure that never was before it counts only from its second one on: at
// night, one request in three may fail for an hour. Then some other alert should be heard.

/** So much of the least traffic that the SLO looks at there is, and so much of that fails. */
const night = { traffic: 0.5, bad: 1 / 3 } as const;
/** What has to last longer than this is not heard in that night. */
const hourMs = 60 * 60_000;

/**
 * The other alerts of its service that fire when every third event fails at half of the least traffic of an SLO, and do not when none
 * does; undefined for an SLO of time, which goes on at night.
 */
export function heardAtNight(slo: SloModel, model: Model): AlertModel[] | undefined {
  const [given] = model.alerts
    .filter(({ name }) => slo.alerts.includes(name))
    .flatMap(({ scenarios }) => scenarios.flatMap(({ onTargets }) => (onTargets ? [onTargets.firing] : [])));
  if (slo.counts === "time" || given === undefined) return undefined;
  const ofSlos = new Set(model.slos.flatMap(({ alerts }) => alerts));
  const [well, bad] = [0, night.bad].map((share) => playedAtNight(given, share, slo, model));
  if (!well || !bad) return [];
  return model.alerts.filter(
    (alert) =>
      alert.service === slo.service &&
      !ofSlos.has(alert.name) &&
      alert.forMs <= hourMs &&
      givesWhile(alert, "firing", bad, model) === true &&
      givesWhile(alert, "firing", well, model) !== true,
  );
}

/** The series of a target on which this share is bad at night; undefined where they cannot be had. */
function playedAtNight(
  given: readonly Given[],
  share: number,
  { minimumTraffic }: SloModel,
  model: Model,
): readonly TestSeries[] | undefined {
  const perSecond = minimumTraffic * night.traffic;
  const played = given.map((one, index) => atNight(one, { share, perSecond, isWhole: index > 0 }));
  const series = played.flatMap((one) => {
    const found = concreteSeries(one, model, badInstance);
    return "series" in found ? found.series : [];
  });
  const behaving = series.map((one) => {
    const behaviours = behavioursOf(one, one.everyMs, []);
    return behaviours && { ...one, ...behaviours, strideMs: one.everyMs };
  });
  return behaving.every((one) => one !== undefined) ? behaving : undefined;
}

interface Night {
  readonly share: number;
  readonly perSecond: number;
  /** Of two counters the second: all events. */
  readonly isWhole: boolean;
}

function atNight(given: Given, { share, perSecond, isWhole }: Night): Given {
  switch (given.kind) {
    case "share":
      return { ...given, perSecond, levels: same(share) };
    case "quantile":
      // As many are slower than the bound as are bad.
      return { ...given, perSecond, quantile: 1 - Math.max(share, hardlyAny) };
    case "runs":
      return { ...given, levels: same(isWhole ? perSecond : perSecond * share) };
    default:
      return given;
  }
}

/** Of a histogram some must be slower than the bound. */
const hardlyAny = 1e-6;

function same(level: number): { readonly ok: number; readonly limit: number; readonly firing: number } {
  return { ok: level, limit: level, firing: level };
}
