import type { Check, Finding } from "../../check.ts";
import type { Model } from "../../model/model.ts";

/** An objective is above nothing and below everything: what may be bad is the budget, and without one there is nothing to alert on. */
export const objectivesLeaveABudget: Check = {
  id: "objectives-leave-a-budget",
  why: "The error budget is what the objective leaves, and 100% leaves none: the first failure misses it. The SRE book calls 100% the wrong target for nearly everything.",
  source: "https://sre.google/sre-book/embracing-risk/",
  wrong: `
export const web = slo("web", { ...restOfSlo, objective: percent(100) });
`,
  right: `
export const web = slo("web", { ...restOfSlo, objective: percent(99.9) });
`,
  *find({ slos }: Model): Iterable<Finding> {
    for (const slo of slos) {
      const { id, objective, objectiveText } = slo;
      if (objective > 0 && objective < 1) continue;
      yield {
        definition: slo,
        message: `SLO "${id}" has an objective of ${objectiveText}, which ${objective >= 1 ? "leaves no budget: the first failure misses it" : "asks for nothing"}`,
        fix: "write an objective above 0 and below 100%, such as percent(99.9)",
      };
    }
  },
};
