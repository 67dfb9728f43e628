import { formatDuration } from "../language/duration.ts";
import { conditionToGoOn } from "../model/deployed.ts";
import { isMilder } from "../model/resolution.ts";
import type { Model } from "../model/model.ts";
import { seriesText } from "../series/promtool.ts";
import { formatQuantity } from "../text/quantity.ts";
import { inState, type CaseOptions } from "./alert-cases.ts";
import { type Assertion, valueAssertion } from "./assertion.ts";
import { courseOf } from "./course.ts";
import { during, type Phases, type PhasedSeries } from "./phases.ts";
import type { RuleTestComplaint } from "./rule-test.ts";
import type { ScenarioOptions } from "./scenario-result.ts";
import type { Scene } from "./scenes.ts";
import type { Setup } from "./setup.ts";
import { beatOf, roundUp, type Timeline } from "./timeline.ts";

/** It fires, its value comes back beyond the threshold and goes again, and all the time it is one alert. Then it comes back far enough. */
export function endingCase(facts: CaseOptions): Scene[] {
  const { alert, setup, timeline, expected, prefix } = facts;
  if (!alert.resolution || !isGiven(setup)) return [];
  const moments = momentsOfEnd(setup, timeline);
  const { againMs, heldMs, endedMs, overMs } = moments;
  const { stepMs, wellMs, firingMs } = timeline;
  const firing = inState(alert, expected, "firing");
  const stillFires = [wellMs, againMs, heldMs, endedMs].map((atMs) =>
    valueAssertion(firing.expr, atMs - stepMs, firing.samples),
  );
  return [
    {
      name: `${prefix}goes on until its value is back at ${alert.resolution.text}`,
      endMs: overMs,
      series: playedToEnd(setup, timeline),
      assertions: [
        ...stillFires,
        ...withoutPause(firing, { fromMs: firingMs, toMs: endedMs, stepMs }),
        valueAssertion(seriesText("ALERTS", { alertname: alert.alertname }), overMs, []),
      ],
    },
  ];
}

/** At each evaluation between two moments, without the last one. */
function withoutPause(
  { expr, present }: ReturnType<typeof inState>,
  { fromMs, toMs, stepMs }: { readonly fromMs: number; readonly toMs: number; readonly stepMs: number },
): Assertion[] {
  const count = (toMs - fromMs) / stepMs;
  const window = formatDuration(toMs - fromMs);
  const samples = present.map((one) => ({ ...one, value: count }));
  return [valueAssertion(`count_over_time(${expr}[${window}])`, toMs - stepMs, samples)];
}

/** Bad from `badMs`; held from `wellMs`, bad from `againMs`, held from `heldMs`; ended from `endedMs`, and surely over at `overMs`. */
function momentsOfEnd(setup: Setup, { stepMs, wellMs, resolvedMs }: Timeline) {
  // As long as it would take to be over: what is not held would be seen to be.
  const settledMs = Math.max(2 * stepMs, resolvedMs - wellMs);
  const partMs = roundUp(settledMs, beatOf(stepMs, setup.bad));
  const endedMs = wellMs + 3 * partMs;
  return { againMs: wellMs + partMs, heldMs: wellMs + 2 * partMs, endedMs, overMs: endedMs + settledMs };
}

function playedToEnd(setup: Setup, timeline: Timeline): PhasedSeries[] {
  const { againMs, heldMs, endedMs } = momentsOfEnd(setup, timeline);
  const phases: Phases = {
    situations: [
      { fromMs: 0, situation: "ok" },
      { fromMs: timeline.badMs, situation: "firing" },
      { fromMs: timeline.wellMs, situation: "held" },
      { fromMs: againMs, situation: "firing" },
      { fromMs: heldMs, situation: "held" },
      { fromMs: endedMs, situation: "ended" },
    ],
  };
  return setup.bad.map(during(phases));
}

function isGiven({ bad }: Setup): boolean {
  return bad.some(({ held }) => held !== undefined);
}

/** What an alert that ends later than it begins, and its scenarios, do not agree on. */
export function endingMistakes(
  { alert, scenario, setup, model }: ScenarioOptions,
  timeline: Timeline,
): RuleTestComplaint[] {
  const { resolution, scenarios, threshold } = alert;
  if (!resolution || conditionToGoOn(alert) === undefined) {
    return scenario.ending && !resolution ? [endsAtItsThreshold] : [];
  }
  // That is said of the number itself.
  if (!threshold || !isMilder(resolution, threshold)) return [];
  if (scenario.within !== undefined) return [comesAndGoes];
  if (!isGiven(setup)) {
    const isSaid = scenario !== scenarios[0] || scenarios.some(({ ending = [] }) => ending.length > 0);
    return isSaid ? [] : [notShown(resolution.text)];
  }
  const wrong = playedWrongly({ alert, setup, model }, timeline);
  if (wrong === undefined) return [];
  const begins = formatQuantity(threshold.value, threshold.unit);
  const place = scenario.ending?.[0]?.place;
  return [{ ...(place && { place }), ...mistakes[wrong](begins, resolution.text) }];
}

type Mistake = "held is over" | "held fires anyway" | "ended goes on";

const mistakes: Readonly<Record<Mistake, (begins: string, ends: string) => RuleTestComplaint>> = {
  "held is over": (_, ends) => ({
    message: `is over at \`firing\` of its \`ending\`: it goes on only until its value is back at ${ends}`,
    fix: "give a `firing` there that is not yet back, or correct resolvesAt",
  }),
  "held fires anyway": (begins, ends) => ({
    message: `would also begin at \`firing\` of its \`ending\`, which then does not show that it goes on until ${ends}`,
    fix: `give a \`firing\` there between ${ends} and ${begins}`,
  }),
  "ended goes on": (_, ends) => ({
    message: `goes on at \`ok\` of its \`ending\`: its value is not back at ${ends}`,
    fix: `give an \`ok\` there at which it is over, such as ${ends}, or correct resolvesAt`,
  }),
};

const endsAtItsThreshold: RuleTestComplaint = {
  message: "has a scenario with `ending`, but ends where it begins",
  fix: "add resolvesAt, or remove `ending`",
  texts: ["ending"],
};

const comesAndGoes: RuleTestComplaint = {
  message:
    "has resolvesAt, and comes and goes by itself (`within`): no test can tell which of the two ends it",
  fix: "remove resolvesAt, or give series that keep its condition up, with `after`",
  texts: ["within", "resolvesAt"],
};

function notShown(ends: string): RuleTestComplaint {
  return {
    message: `goes on until its value is back at ${ends}, but no scenario shows it`,
    fix: "add ending to the scenario: where it just goes on, and where it is just over, such as ending: [holds(series, { ok: …, firing: … })]",
    texts: ["resolvesAt"],
  };
}

/** What does not happen as it is given; undefined: nothing, or that is not sure. */
function playedWrongly(
  { alert, setup, model }: Pick<ScenarioOptions, "alert" | "setup"> & { readonly model: Model },
  timeline: Timeline,
): Mistake | undefined {
  const { againMs, overMs } = momentsOfEnd(setup, timeline);
  const { stepMs } = timeline;
  const played = { series: playedToEnd(setup, timeline), stepMs, endMs: overMs };
  const course = courseOf(alert, setup.reads, played, model);
  const goesOn = conditionToGoOn(alert) ?? alert.node;
  if (course(againMs - stepMs, goesOn)?.length === 0) return "held is over";
  if ((course(againMs - stepMs, alert.node)?.length ?? 0) > 0) return "held fires anyway";
  const last = course(overMs, goesOn);
  return last !== undefined && last.length > 0 ? "ended goes on" : undefined;
}
