import type { AlertOptions } from "../alert.ts";
import { budgetLasts } from "./budget-lasts.ts";
import type { PerJob } from "./indicator.ts";
import { type Burn, type BurnRate, type ResolvedSlo, plainRatio } from "./resolved-slo.ts";
import { daysText, percentText, rowTitle } from "./slo-words.ts";

type Words = Pick<AlertOptions<PerJob>, "summary" | "description" | "impact" | "actions">;

/** The texts of an alert of an SLO. */
export function burnText(slo: ResolvedSlo, burn: Burn): Words {
  const { indicator, options } = slo;
  const { words } = indicator;
  const over = oneOf([...new Set(burn.rates.map(({ long }) => long))]);
  return {
    summary: ({ value }) =>
      `${options.title}: on average over ${over} ${value} ${words}, the budget burns ${speedText[burn.speed]}`,
    description: `The objective is ${percentText(slo.objective)} over ${daysText(burn.window)}, so ${percentText(slo.budget)} may be bad. Bad was more than ${burn.rates.map(paceText).join(", or more than ")}. ${minimumText(slo)}`,
    impact: burn.options.impact ?? `${options.impact} ${budgetLasts(slo, burn)}`,
    actions: burn.options.actions ?? actionsOf(slo, burn),
  };
}

/** `1h, 6h or 1d`: which of them it was an alert cannot say. */
function oneOf(windows: readonly string[]): string {
  const last = windows.at(-1) ?? "";
  return windows.length > 1 ? `${windows.slice(0, -1).join(", ")} or ${last}` : last;
}

function paceText({ factor, long, short, budget }: BurnRate): string {
  const pace = factor === 1 ? "that" : `${factor} times that`;
  return `${pace} over ${long} and still over ${short} (${percentText(plainRatio(budget))} of the budget in ${long})`;
}

/** Below which traffic an alert is silent, because it would mean nothing. */
function minimumText({ indicator, options }: ResolvedSlo): string {
  const unit = indicator.counts === "events" ? "a second" : "measured instances";
  return `At ${options.minimumTraffic} ${unit} or less, on the mean of a window, it does not fire.`;
}

const speedText = { fast: "fast", slow: "too fast to last" } as const;

function actionsOf(slo: ResolvedSlo, { speed }: Burn): readonly [string, ...string[]] {
  const look = `Open the dashboard of the SLOs, row "${rowTitle(slo)}": the panel Bad share says since when, and whether it still goes on.`;
  if (speed === "fast") {
    return [
      look,
      "What changed then? Take a deployment back before you understand it: each minute costs budget.",
      "Nothing changed: look for the alert of the same service that names the cause.",
      "When it is over, note on the panel Budget left over time how much it has cost.",
    ];
  }
  return [
    look,
    "What is bad, only one endpoint or instance, or a little of everything? The other dashboards of the service say.",
    "Plan the repair before the budget is gone; until then put off risky deployments.",
  ];
}
