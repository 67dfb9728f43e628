import type { Check, Finding } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import { formatQuantity } from "../../text/quantity.ts";

/** An alert of an SLO can fire: when everything is bad the budget burns faster than the pace that it waits for. */
export const burnRatesAreReachable: Check = {
  id: "burn-rates-are-reachable",
  why: "If everything fails, the budget burns at 1 / (1 − objective) times the sustainable rate: 10 times, with an objective of 90%. An alert with a higher factor can never fire.",
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
            message: `alert "${alert}" of SLO "${slo.id}" never fires over ${long}: ${factor} times a budget of ${formatQuantity(slo.budget, "ratio")} is ${formatQuantity(limit, "ratio")}, more than 100%`,
            fix: `use a factor below ${formatQuantity(1 / slo.budget, "none")}: give each burn rate less of the budget or a longer window, or raise the objective`,
          };
        }
      }
    }
  },
};
