import type { AlertOptions } from "../alert.ts";
import type { PerJob } from "./per-job.ts";
import { plainRatio, withoutNoise } from "./plain-ratio.ts";
import type { SloWindow } from "./slo.ts";
import { msOf, type Burn, type BurnRate, type SloFacts } from "./slo-facts.ts";

type Words = Pick<AlertOptions<PerJob>, "summary" | "description" | "impact" | "actions">;

/** What an alert of an SLO says, and what is to be done. */
export function burnWords(facts: SloFacts, burn: Burn): Words {
  const { indicator, options } = facts;
  const { words } = indicator;
  return {
    summary: ({ value }) => `${options.title}: ${value} ${words}, the budget burns ${speedWords[burn.speed]}`,
    description: `The objective is ${percentWords(facts.objective)} over ${daysWords(burn.window)}, so ${percentWords(facts.budget)} may be bad. Bad was more than ${burn.rates.map(paceWords).join(", or more than ")}. ${quietWords(facts)}`,
    impact: burn.options.impact ?? impactOf(facts, burn),
    actions: burn.options.actions ?? actionsOf(facts, burn),
  };
}

function paceWords({ factor, long, short, budget }: BurnRate): string {
  const pace = factor === 1 ? "that" : `${factor} times that`;
  return `${pace} over ${long} and still over ${short} (${percentWords(plainRatio(budget))} of the budget in ${long})`;
}

/** Where an alert keeps silent because nobody could tell. */
function quietWords({ indicator, options }: SloFacts): string {
  const unit = indicator.counts === "events" ? "a second" : "measured instances";
  return `At ${options.minimumTraffic} ${unit} or less, on the mean of a window, it does not fire.`;
}

const speedWords = { fast: "fast", slow: "too fast to last" } as const;

/** How soon nothing is left, if it goes on at the slowest and at the fastest of these paces. */
function impactOf({ options }: SloFacts, { rates, window }: Burn): string {
  const paces = rates.map((rate) => rate.factor);
  const [slowest, fastest] = [Math.min(...paces), Math.max(...paces)];
  const soonest = lastsFor(window, fastest);
  const latest = lastsFor(window, slowest);
  const when = soonest === latest ? latest : `${withoutUnit(soonest, latest)} to ${latest}`;
  return `${options.impact} At this pace the budget of ${daysWords(window)} is gone in ${when}.`;
}

/** Hours, or days from three of them on: nobody plans by the minute. */
function lastsFor(window: SloWindow, factor: number): string {
  const hours = Math.max(1, Math.round(msOf(window) / factor / 3_600_000));
  return hours < 72 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
}

/** `10` of `10 days`, where days are spoken of anyway. */
function withoutUnit(text: string, next: string): string {
  const [number = "", unit = ""] = text.split(" ");
  return next.endsWith(` ${unit}`) ? number : text;
}

function actionsOf(facts: SloFacts, { speed }: Burn): readonly [string, ...string[]] {
  const look = `Open the dashboard of the SLOs, row "${rowTitle(facts)}": the panel Bad share says since when, and whether it still goes on.`;
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

/** The heading of an SLO on the dashboard. */
export function rowTitle(facts: SloFacts): string {
  const windows = facts.windows.map(daysWords).join(" and ");
  return `${facts.options.title}: ${percentWords(facts.objective)} over ${windows}`;
}

function daysWords(window: SloWindow): string {
  return `${Number.parseInt(window, 10)} days`;
}

function percentWords(share: number): string {
  return `${withoutNoise(share * 100)}%`;
}
