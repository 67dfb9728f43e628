import { formatDuration } from "../language/duration.ts";
import type { Scenario } from "../language/scenario.ts";
import type { Files } from "../output.ts";
import { valueAssertion } from "../rule-tests/assertion.ts";
import { atItsPace } from "../rule-tests/births.ts";
import { during, firingFor } from "../rule-tests/phases.ts";
import { ruleSlice } from "../rule-tests/rule-test.ts";
import { testGroup } from "../rule-tests/scenes.ts";
import { withTargets } from "../rule-tests/targets-of-scene.ts";
import { setupOfScenario } from "../rule-tests/test-of-alert.ts";
import type { TestFile } from "../rule-tests/test-file.ts";
import { seriesText } from "../series/promtool.ts";
import { gotSamples, secondsOf } from "./got-samples.ts";
import type { PlayedOutcome, Side } from "./played.ts";
import type { Stage } from "./stage.ts";

/** One version of an alert in one course of events. */
export interface Play {
  readonly stage: Stage;
  readonly version: Side;
  /** Undefined: none of the series exist. */
  readonly scenario: Scenario | undefined;
  /** Whether all is well again in the end. */
  readonly isEnded: boolean;
}

/** Names the file of a play in its folder. */
export const playFile = "play.test.yml";

/** What promtool reads: it is asked for nothing, and says what it found instead. */
export function filesOfPlay(play: Play): Files {
  const { stage, version } = play;
  const { alert, rules } = stage.around[version];
  const { model } = stage.versions[version];
  const stepMs = stage.stepMs[version];
  const untilMs = play.isEnded ? stage.endMs : stage.wellMs;
  const ruleFile = ruleSlice(rules, model);
  const births = rules.flatMap(({ deployed }) => deployed.births);
  const scene = {
    name: "play",
    endMs: untilMs,
    series: withTargets(seriesOf(play), births),
    assertions: questionsOf(alert.alertname, untilMs, stepMs).map((expr) =>
      valueAssertion(expr, untilMs, []),
    ),
  };
  const tests: TestFile = {
    rule_files: ["rules.yml"],
    evaluation_interval: formatDuration(stepMs),
    fuzzy_compare: true,
    group_eval_order: ruleFile.groups.map(({ name }) => name),
    tests: [testGroup(scene, stepMs)],
  };
  return { [playFile]: JSON.stringify(tests), "rules.yml": JSON.stringify(ruleFile) };
}

function seriesOf({ stage, scenario }: Play) {
  if (scenario === undefined) return [];
  const { of, around, versions, badMs, wellMs } = stage;
  const setup = setupOfScenario(scenario, around[of], versions[of].model);
  return setup.bad.map(atItsPace).map(during(firingFor({ badMs, wellMs })));
}

/** When each alert of this name first fires, and when it last does. */
function questionsOf(alertname: string, untilMs: number, stepMs: number): readonly [string, string] {
  const firing = seriesText("ALERTS", { alertname, alertstate: "firing" });
  const window = `[${formatDuration(untilMs + stepMs)}:${formatDuration(stepMs)}]`;
  return [`min_over_time(timestamp(${firing})${window})`, `max_over_time(timestamp(${firing})${window})`];
}

/** What promtool found, in its own words: nothing, or the answers to both questions. */
export function outcomeOf(play: Play, failures: readonly string[]): PlayedOutcome {
  const { badMs, wellMs, stepMs } = play.stage;
  const fromMs = play.scenario === undefined ? 0 : badMs;
  if (failures.length === 0) return { kind: "silent", playedMs: wellMs - fromMs };
  const [first = [], last = []] = failures.map(gotSamples);
  if (failures.length !== 2 || first.length === 0 || last.length === 0)
    return { kind: "unplayed", why: failures.join("\n").trim() };
  const firstMs = Math.min(...first.map(secondsOf)) * 1000;
  // It has ended at the evaluation after the last at which it fires.
  const endsMs = Math.max(...last.map(secondsOf)) * 1000 + stepMs[play.version];
  return {
    kind: "fires",
    afterMs: Math.max(0, firstMs - fromMs),
    ...(firstMs < fromMs ? { whenWell: true } : {}),
    labels: first.map(({ labels: { alertname, alertstate, ...labels } }) => labels),
    ...(play.isEnded && play.scenario !== undefined && endsMs >= wellMs ? { goesOnMs: endsMs - wellMs } : {}),
  };
}
