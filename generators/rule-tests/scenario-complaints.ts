import type { Scenario } from "../language/scenario.ts";
import type { AlertModel } from "../model/rule-model.ts";
import { type Expectation, givenChanges } from "./expected-alert.ts";
import { endingMistakes } from "./ending-case.ts";
import { misstated } from "./expected-of-scenario.ts";
import { mistimed } from "./mistimed.ts";
import type { RuleTestComplaint } from "./rule-test.ts";
import type { ScenarioOptions, ScenarioResult } from "./scenario-result.ts";
import { unreadSeries } from "./setup.ts";

/** What is wrong with a scenario: of what follows from each other only the first. */
export function complaintsOfScenario(
  { alert, scenario, setup, model, prefix }: ScenarioOptions,
  { known, timeline, firing, absent, expected }: ScenarioResult,
): readonly RuleTestComplaint[] {
  const odd = [
    ...setup.complaints,
    ...unreadSeries(setup),
    ...standingStill(scenario, alert),
    ...contradictedMissing(scenario, alert),
  ];
  if (odd.length > 0) return odd;
  // What fires at another moment, or never, has no value that anybody could say.
  const late = mistimed({ alert, scenario, setup }, known, timeline, "alert" in firing);
  if (late.length > 0) return late;
  const untold = [...complaintsOf(scenario, firing), ...complaintsOf(scenario, absent)];
  if (untold.length > 0) return untold;
  const stated = misstated(expected);
  return stated.length > 0 ? stated : endingMistakes({ alert, scenario, setup, model, prefix }, timeline);
}

function complaintsOf({ value: says }: Scenario, expectation: Expectation | undefined): RuleTestComplaint[] {
  if (!expectation || "alert" in expectation) return [];
  if ("unsupported" in expectation) {
    const { where, what } = expectation.unsupported;
    return [
      {
        message: `uses ${what} in its ${where}, which a rule test cannot evaluate`,
        fix: "use only labels, the value, printf and the humanize functions",
      },
    ];
  }
  const fix = "add value: what the expression gives when the alert starts to fire";
  const message = `shows its value in its ${expectation.unknownValue}, but its scenario does not say what the value is`;
  return says === undefined ? [{ message, fix }] : [];
}

/** A scenario in which nothing changes can show only what is when nothing is there. */
function standingStill({ given }: Scenario, { whenMissing: missing }: AlertModel): RuleTestComplaint[] {
  if (given.some(givenChanges) || (given.length === 0 && missing === "firing")) return [];
  const message =
    given.length === 0
      ? "has a scenario without series in which it does not fire"
      : "has a scenario whose series are the same at firing as at ok";
  return [{ message, fix: "say what is different when it fires" }];
}

/** What a scenario says of missing series, where the expression does something else. */
function contradictedMissing({ whenMissing: said }: Scenario, alert: AlertModel): RuleTestComplaint[] {
  if (said === undefined || said === alert.whenMissing) return [];
  const does = alert.whenMissing === "firing" ? "fires" : "is silent";
  return [
    {
      message: `${does} when none of its series exist, but its scenario says whenMissing: "${said}"`,
      fix: `leave whenMissing out, or correct the expression${said === "firing" ? ": absent(…) fires when nothing is there" : ""}`,
      texts: [`whenMissing: "${said}"`, "whenMissing"],
    },
  ];
}
