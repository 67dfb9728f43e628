import { groupsOf } from "../model/lookups.ts";
import { formatDuration } from "../language/duration.ts";
import type { Place } from "../language/place.ts";
import { nameInPrometheus, type AlertModel, type RecordingModel } from "../model/rule-model.ts";
import type { TestSeries } from "./test-series.ts";
import { memoryOf } from "./memory.ts";
import { testGroups, type Scene } from "./scenes.ts";
import type { ExpectedAlert, TestFile } from "./test-file.ts";
import type { Timeline } from "./timeline.ts";
import type { Situation } from "../series/series.ts";
import type { Model } from "../model/model.ts";
import { readsOf } from "./reads.ts";
import { withTargets } from "./targets-of-scene.ts";
import { ruleEntry } from "./rule-entry.ts";

/** A rule, as its entry in a rule file. */
export type RuleEntry = Readonly<Record<string, unknown>>;

export interface RuleGroupEntry {
  readonly name: string;
  readonly interval: string;
  readonly rules: readonly RuleEntry[];
}

/** Groups of rules as Prometheus loads them. */
export interface RuleFile {
  readonly groups: readonly RuleGroupEntry[];
}

/** What keeps a rule from being tested. */
export interface RuleTestComplaint {
  /** Follows the rule's name: `alert "X" has no scenario`. */
  readonly message: string;
  /** Left out: the place of the rule. */
  readonly place?: Place;
  readonly fix: string;
  /** What of the rule's text it is about, the most telling first. */
  readonly texts?: readonly string[];
}

/** One scenario, or one example, as series and moments. */
export interface Trace {
  readonly series: readonly TestSeries[];
  /** The same series of another instance, which stays ok; none where the rule does not tell instances apart. */
  readonly others: readonly TestSeries[];
  /** A change of the series shows in the rule at once, and wholly. */
  readonly isExact: boolean;
  /** Undefined where nothing changes: of an example, and of an alert that fires by itself. */
  readonly timeline: Timeline | undefined;
  /** When it stops by itself, of an alert that comes and goes, where that is known. */
  readonly stopsMs?: number | undefined;
  /** Where it is silent though nobody would expect it to be. */
  readonly silences: readonly Silence[];
  /** What is not played of it, though it is of others. */
  readonly unplayed: readonly Unplayed[];
}

/** A scene that is not played, in the words of its name, and why. */
export interface Unplayed {
  readonly shows: string;
  readonly because: "it comes and goes" | "what it then does cannot be worked out";
}

/** From the first bad sample until the condition of an alert holds, whichever of its scenarios it is. */
export interface HoldsAfter {
  readonly soonestMs: number;
  readonly latestMs: number;
  /** False: how it comes cannot be worked out, and it is somewhere between these. */
  readonly isPlayed: boolean;
}

/** Something bad of which an alert says nothing. */
export interface Silence {
  /** It is ten times as bad, or its target is new. */
  readonly when: "worse" | "new target";
  /** False: it could not be worked out, so the rule test will show it. */
  readonly isSure: boolean;
}

/** The test of one rule: the rules it needs, and the tests that promtool runs on them. */
export interface RuleTest extends WorkedOutTest {
  /** For each trace of an alert the situation in which it does what its scenario does not say. */
  readonly contradictions: readonly (Situation | undefined)[];
  /** For each trace of an alert where it is silent though nobody would expect it to be. */
  readonly silences: readonly (readonly Silence[])[];
  /** From the first bad sample until the condition of an alert holds; undefined where nothing is given that could be bad. */
  readonly holdsAfter: HoldsAfter | undefined;
  /** What an alert carries the first time that it fires; undefined: its tests do not let it. */
  readonly fires: ExpectedAlert | undefined;
}

/** A rule test as far as it follows from its rule alone. */
export interface WorkedOutTest {
  /** What Prometheus calls the alert or the recording. */
  readonly name: string;
  readonly rule: AlertModel | RecordingModel;
  /** Names its files: its id without the colons that not every file system takes. */
  readonly fileName: string;
  /** The rule and the recordings that it reads, each as it is deployed. */
  readonly ruleFile: RuleFile;
  /** Without tests where there are complaints. */
  readonly testFile: TestFile;
  /** What the tests show, one after the other: `silent at the limit`. */
  readonly shows: readonly string[];
  /** Of the rule and the recordings that it reads, in milliseconds, each once. */
  readonly windows: readonly number[];
  /** One for each scenario, or example. */
  readonly traces: readonly Trace[];
  readonly complaints: readonly RuleTestComplaint[];
}

/** These rules in their groups, in the order of the model: recordings before the alerts that read them. */
export function ruleSlice(rules: readonly (AlertModel | RecordingModel)[], model: Model): RuleFile {
  const slice = groupsOf(model, rules).map(({ name, kind, every }) => {
    const own = rules.filter((rule) => rule.group === name && `${rule.kind}s` === kind);
    return { name, interval: every, rules: own.map(ruleEntry) };
  });
  return { groups: slice };
}

/** What one scenario, or one example, adds to the test of a rule. */
export interface RuleTestPart {
  readonly scenes: readonly Scene[];
  readonly trace: Trace;
  readonly complaints: readonly RuleTestComplaint[];
}

export interface RuleTestContent {
  /** The rule and the recordings that it reads. */
  readonly rules: readonly (AlertModel | RecordingModel)[];
  /** The grid that all tests of the file share. */
  readonly stepMs: number;
  readonly parts: readonly RuleTestPart[];
  /** What to complain about where there are no parts. */
  readonly withoutParts: RuleTestComplaint;
}

/** The test of a rule, put together from those of its scenarios or examples. */
export function ruleTestFrom(
  rule: AlertModel | RecordingModel,
  { rules, stepMs, parts, withoutParts }: RuleTestContent,
  model: Model,
): WorkedOutTest {
  const complaints = parts.length === 0 ? [withoutParts] : parts.flatMap((part) => part.complaints);
  const births = rules.flatMap(({ deployed }) => deployed.births);
  const played = complaints.length > 0 ? [] : parts.flatMap((part) => part.scenes);
  const scenes = played.map((scene) => ({ ...scene, series: withTargets(scene.series, births) }));
  const ruleFile = ruleSlice(rules, model);
  const fileName = fileNameOf(rule);
  return {
    name: nameInPrometheus(rule),
    rule,
    fileName,
    ruleFile,
    testFile: {
      rule_files: [`rules/${fileName}.yml`],
      evaluation_interval: formatDuration(stepMs),
      fuzzy_compare: true,
      group_eval_order: ruleFile.groups.map(({ name }) => name),
      tests: testGroups(scenes, { stepMs, ruleCount: rules.length, memoryMs: memoryOf(rules) }),
    },
    shows: scenes.map(({ name }) => name),
    windows: [...new Set(readsOf(rules).flatMap(({ windowMs }) => windowMs ?? []))],
    traces: parts.map(({ trace }) => trace),
    complaints,
  };
}

/** Names the files of a rule: not every file system takes a colon. */
export function fileNameOf({ id }: Pick<AlertModel | RecordingModel, "id">): string {
  return id.replaceAll(":", ".");
}
