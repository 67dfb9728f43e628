import { namesBehind } from "../model/metrics-behind.ts";
import type { Model } from "../model/model.ts";
import type { AlertModel } from "../model/rule-model.ts";
import { recordingsNamed } from "../model/lookups.ts";
import { scrapesOf } from "../model/scrapes-of.ts";
import type { SloModel } from "../model/slo-model.ts";
import { birthsIn } from "../promql/robust/births.ts";
import { heardAtNight } from "./heard-at-night.ts";

/**
 * The alerts that count what an SLO does not: the failures that make the series of a kind that never was before, and all others that the
 * first scrape of it finds. Undefined for an SLO whose kinds of failure are all known, or which goes on at night.
 */
export function heardAtFirst(slo: SloModel, model: Model): AlertModel[] | undefined {
  const born = bornMetrics(slo, model);
  const heard = heardAtNight(slo, model);
  if (heard === undefined || born.size === 0) return undefined;
  return heard.filter((alert) => heardBy(alert, model).some((metric) => born.has(metric)));
}

/** The metrics of an SLO of which a series can begin with its first increment. */
function bornMetrics({ recordings }: SloModel, model: Model): ReadonlySet<string> {
  const scrapes = scrapesOf(model);
  const births = recordings.flatMap((name) => {
    return recordingsNamed(model, name).flatMap(({ node }) => birthsIn(node, scrapes));
  });
  return new Set(births.map(({ birth }) => birth.selector.metric));
}

/** The metrics of which an alert hears the births, by itself or by what is recorded for it. */
function heardBy({ analysis, deployed }: AlertModel, model: Model): string[] {
  const { recordings } = namesBehind(analysis, model);
  const behind = model.recordings.filter(({ id }) => recordings.has(id));
  return [deployed, ...behind.map((one) => one.deployed)].flatMap(({ births }) =>
    births.map(({ selector }) => selector.metric),
  );
}
