import type { Check, Finding } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import { formatQuantity } from "../../text/quantity.ts";

/** An alert of an SLO can fire: when everything is bad the budget burns faster than the pace that it waits for. */
export const burnRatesAreReachable: Check = {
  id: "burn-rates-are-reachable",
  why: "If everything fails, the budget burns 1 / (1 − objective) times as fast as it may. An alert that waits for more than that can never fire; with an objective of 90% that is 10.",
  source: "https://sre.google/workbook/alerting-on-slos/",
  wrong: `
export const web = slo("web", { ...restOfSlo, objective: percent(90) });
`,
  right: `
export const web = slo("web", { ...restOfSlo, objective: percent(99) });
`,
  *find({ slos }: Model): Iterable<Finding> {
    for (const slo of slos.filter(({ budget }) => budget > 0)) {
      for (const { alert, rates } of slo.burns) {
        for (const { factor, limit, long } of rates.filter((rate) => rate.limit >= 1)) {
          yield {
            definition: slo,
            message: `alert "${alert}" of SLO "${slo.id}" never fires over ${long}: ${factor} times a budget of ${formatQuantity(slo.budget, "ratio")} is ${formatQuantity(limit, "ratio")}, more than all there is`,
            fix: `let it fire at less than ${formatQuantity(1 / slo.budget, "none")} times: give each burn rate less of the budget or a longer window, or raise the objective`,
          };
        }
      }
    }
  },
};
