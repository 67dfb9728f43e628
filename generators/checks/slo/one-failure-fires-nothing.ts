import { durationInMs } from "../../language/duration.ts";
import type { Check, Finding } from "../../check.ts";
import type { BurnRateModel, SloModel } from "../../model/slo-model.ts";
import type { Model } from "../../model/model.ts";
import { formatQuantity } from "../../text/quantity.ts";

/**
 * One failure at night wakes nobody: with the least traffic that an SLO looks at, it is less than the pace of any alert.
 *
 * Of time the least that can be bad is one evaluation of one instance.
 */
export const oneFailureFiresNothing: Check = {
  id: "one-failure-fires-nothing",
  why: "With little traffic a single failed request is a large share of all requests, so it would page although nothing is wrong. The SRE workbook names low traffic as a case where burn-rate alerts need care.",
  source: "https://sre.google/workbook/alerting-on-slos/",
  wrong: `
export const web = slo("web", { ...restOfSlo, minimumTraffic: 0.001 });
`,
  right: `
export const web = slo("web", { ...restOfSlo, minimumTraffic: 0.5 });
`,
  *find({ slos, platform }: Model): Iterable<Finding> {
    const evaluationMs = durationInMs(platform.prometheus.evaluationInterval) ?? 0;
    for (const slo of slos.filter(({ budget }) => budget > 0)) {
      const apartMs = slo.counts === "events" ? 1000 : evaluationMs;
      for (const { alert, rates } of slo.burns) {
        for (const rate of rates) {
          const least = leastFor(rate, apartMs);
          if (slo.minimumTraffic >= least) continue;
          yield finding(slo, alert, rate, least);
        }
      }
    }
  },
};

/** With this much traffic one failure alone is the limit: one of all that happens in the long window. */
function leastFor({ limit, longMs }: BurnRateModel, apartMs: number): number {
  return apartMs / (limit * longMs);
}

function finding(slo: SloModel, alert: string, { limit, long }: BurnRateModel, least: number): Finding {
  const [what, unit] =
    slo.counts === "events"
      ? (["one failure", "a second"] as const)
      : (["one bad evaluation", "measured instances"] as const);
  return {
    definition: slo,
    message: `${what} makes alert "${alert}" of SLO "${slo.id}" fire: at ${slo.minimumTraffic} ${unit} it is more than ${formatQuantity(limit, "ratio")} of ${long}`,
    fix: `set minimumTraffic to at least ${roundedUp(least)}, or let it fire over a longer window`,
  };
}

/** Three digits, and never less than it must be. */
function roundedUp(least: number): number {
  const digit = 10 ** (Math.floor(Math.log10(least)) - 2);
  return Number((Math.ceil(least / digit) * digit).toPrecision(3));
}
