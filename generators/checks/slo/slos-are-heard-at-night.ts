import type { Check, Finding } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import type { SloModel } from "../../model/slo-model.ts";
import { heardAtFirst } from "../../rule-tests/heard-at-first.ts";
import { heardAtNight } from "../../rule-tests/heard-at-night.ts";

const id = "slos-are-heard-at-night";

/** Below the least traffic of an SLO some other alert of the service is heard when much fails, and counts a new kind of failure. */
export const slosAreHeardAtNight: Check = {
  id,
  why: "Below its minimum traffic an SLO fires nothing, so that one failure at night wakes nobody. But when every third request fails for an hour, somebody should hear of it: by an alert on the share of what fails, which needs no minimum.",
  source: "https://sre.google/workbook/alerting-on-slos/#low-traffic-services-and-error-budget-alerting",
  wrong: `
export const web = slo("web", { ...restOfSlo, allow: {} });
`,
  right: `
export const web = slo("web", { ...restOfSlo, allow: {} });
export const ManyByPhone = alert({
  ...rest,
  expr: ratioOf(
    orders.where({ channel: "phone" }).rate("5m").sumBy("instance"),
    orders.rate("5m").sumBy("instance"),
  ).gt(percent(20)),
  scenario: share(orders.where({ channel: "phone" }), orders.where({ channel: "web" }), {
    ok: percent(5),
    limit: percent(20),
    firing: percent(21),
  }),
});
`,
  *find(model: Model): Iterable<Finding> {
    for (const slo of model.slos) {
      const complaint = complaintOf(slo, model);
      if (complaint) yield { definition: slo, ...complaint };
    }
  },
};

function complaintOf(slo: SloModel, model: Model): Pick<Finding, "message" | "fix"> | undefined {
  const why = `or say why nobody has to know: allow: { "${id}": "…" }`;
  if (heardAtNight(slo, model)?.length === 0) {
    return {
      message: `at half of the ${slo.minimumTraffic} a second that SLO "${slo.id}" needs, every third may be bad for an hour, and no alert of ${slo.service} fires`,
      fix: `add an alert on the share of what is bad, such as ratioOf(bad, all).gt(percent(10)), ${why}`,
    };
  }
  if (heardAtFirst(slo, model)?.length !== 0) return undefined;
  return {
    message: `SLO "${slo.id}" does not count what the first scrape of a new kind of failure finds, and no alert that fires at night does`,
    fix: `add an alert on the rate() or the increase() of what is bad that keeps no allowance for births-are-heard, ${why}`,
  };
}
