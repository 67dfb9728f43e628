import type { Check, Finding } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import { heardAtNight } from "../../rule-tests/heard-at-night.ts";

/** Below the least traffic of an SLO some other alert of the service is heard when much fails. */
export const slosAreHeardAtNight: Check = {
  id: "slos-are-heard-at-night",
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
      if (heardAtNight(slo, model)?.length !== 0) continue;
      yield {
        definition: slo,
        message: `at half of the ${slo.minimumTraffic} a second that SLO "${slo.id}" needs, every third may be bad for an hour, and no alert of ${slo.service} fires`,
        fix: `add an alert on the share of what is bad, such as ratioOf(bad, all).gt(percent(10)), or say why nobody has to know: allow: { "slos-are-heard-at-night": "…" }`,
      };
    }
  },
};
