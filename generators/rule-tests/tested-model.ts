import { forgetful, making, type Keeper, type Short } from "../keep/keeper.ts";
import type { Model } from "../model/model.ts";
import { nameInPrometheus, type AlertModel, type RecordingModel } from "../model/rule-model.ts";
import { remembered } from "../remembered.ts";
import { contradiction } from "./outcomes.ts";
import { holdsAfter } from "./holds-after.ts";
import { fileNameOf, type HoldsAfter, type RuleTest, type WorkedOutTest } from "./rule-test.ts";
import type { ExpectedAlert } from "./test-file.ts";
import { ruleTestOfAlert } from "./test-of-alert.ts";
import { ruleTestOfRecording } from "./test-of-recording.ts";

/** A model with the tests of its rules, which checks and outputs both need and which take the longest to make. */
export interface TestedModel extends Model {
  /** Of the recordings, then of the alerts. */
  readonly ruleTests: readonly RuleTest[];
}

/** The model with its rule tests: each is made once, when somebody first reads it. */
export function testedModel(model: Model, keeper: Keeper = forgetful): TestedModel {
  return { ...model, ruleTests: ruleTestsOf(model, keeper) };
}

/** The tests of all rules: of the recordings, then of the alerts. */
export function ruleTestsOf(model: Model, keeper: Keeper = forgetful): RuleTest[] {
  const answers = answersIn(model, keeper);
  return [...model.recordings, ...model.alerts].map((rule) => ruleTestOf(rule, { model, keeper, answers }));
}

/** What several checks and pages ask of a test: each is answered once. */
function answersIn(model: Model, keeper: Keeper) {
  return {
    contradictions: remembered((ruleTest: RuleTest) => contradictionsIn(ruleTest, model, keeper)),
    silences: remembered((ruleTest: RuleTest) => silencesIn(ruleTest, model, keeper)),
    holdsAfter: remembered(({ rule }: RuleTest) => holdsAfterOf(rule, model, keeper)),
    fires: remembered((ruleTest: RuleTest) => firstFiringIn(ruleTest, model, keeper)),
  };
}

interface Around {
  readonly model: Model;
  readonly keeper: Keeper;
  readonly answers: ReturnType<typeof answersIn>;
}

type Rule = AlertModel | RecordingModel;

function workedOut({ rule }: { readonly rule: Rule }, model: Model): WorkedOutTest {
  return rule.kind === "alert" ? ruleTestOfAlert(rule, model) : ruleTestOfRecording(rule, model);
}

function workingOut(rule: Rule) {
  return making(`rule test of ${rule.id}`, { rule }, workedOut);
}

function ruleTestOf(rule: Rule, { model, keeper, answers }: Around): RuleTest {
  const test = keeper.answer(workingOut(rule), withoutComplaints, model);
  const ruleTest: RuleTest = {
    name: nameInPrometheus(rule),
    rule,
    fileName: fileNameOf(rule),
    get ruleFile() {
      return test.whole().ruleFile;
    },
    get testFile() {
      return test.whole().testFile;
    },
    get shows() {
      return test.whole().shows;
    },
    get windows() {
      return test.whole().windows;
    },
    get traces() {
      return test.whole().traces;
    },
    get complaints() {
      return test.kept === undefined ? test.whole().complaints : [];
    },
    get contradictions() {
      return answers.contradictions(ruleTest);
    },
    get silences() {
      return answers.silences(ruleTest);
    },
    get holdsAfter() {
      return answers.holdsAfter(ruleTest);
    },
    get fires() {
      return answers.fires(ruleTest);
    },
  };
  keeper.identify(ruleTest, test.identity);
  return ruleTest;
}

/** Of most tests no more need be known than that nothing is wrong with them. */
const withoutComplaints: Short<WorkedOutTest, "no complaints"> = {
  of: ({ complaints }) => (complaints.length === 0 ? "no complaints" : undefined),
  isKept: (value) => value === "no complaints",
};

function contradictionsIn(ruleTest: RuleTest, model: Model, keeper: Keeper): Contradictions {
  const asked = making(`contradictions of ${ruleTest.rule.id}`, { ruleTest }, contradictionsOf);
  const { kept, whole } = keeper.answer(asked, withoutContradictions, model);
  return kept === undefined ? whole() : [];
}

type Contradictions = RuleTest["contradictions"];

function contradictionsOf({ ruleTest }: { readonly ruleTest: RuleTest }, model: Model): Contradictions {
  const { rule, traces } = ruleTest;
  return rule.kind === "alert" ? traces.map((trace) => contradiction(rule, trace, model)) : [];
}

const withoutContradictions: Short<Contradictions, "no contradictions"> = {
  of: (situations) => (situations.every((one) => one === undefined) ? "no contradictions" : undefined),
  isKept: (value) => value === "no contradictions",
};

function silencesIn(ruleTest: RuleTest, model: Model, keeper: Keeper): Silences {
  const asked = making(`silences of ${ruleTest.rule.id}`, { ruleTest }, silencesOf);
  const { kept, whole } = keeper.answer(asked, withoutSilences, model);
  return kept === undefined ? whole() : [];
}

type Silences = RuleTest["silences"];

function silencesOf({ ruleTest }: { readonly ruleTest: RuleTest }): Silences {
  return ruleTest.traces.map(({ silences }) => silences);
}

const withoutSilences: Short<Silences, "no silences"> = {
  of: (traces) => (traces.every((silences) => silences.length === 0) ? "no silences" : undefined),
  isKept: (value) => value === "no silences",
};

function holdsAfterOf(rule: Rule, model: Model, keeper: Keeper): HoldsAfter | undefined {
  if (rule.kind !== "alert") return undefined;
  const asked = making(`onset of ${rule.id}`, { rule }, onsetOf);
  const { kept, whole } = keeper.answer(asked, wholeOnset, model);
  const onset = kept ?? whole();
  return onset === "nothing given" ? undefined : onset;
}

type Onset = HoldsAfter | "nothing given";

function onsetOf({ rule }: { readonly rule: AlertModel }, model: Model): Onset {
  return holdsAfter(rule, model) ?? "nothing given";
}

const wholeOnset: Short<Onset, Onset> = { of: (onset) => onset, isKept: isOnset };

function isOnset(value: unknown): value is Onset {
  if (value === "nothing given") return true;
  if (typeof value !== "object" || value === null) return false;
  const { soonestMs, latestMs, isPlayed }: Partial<Record<keyof HoldsAfter, unknown>> = value;
  return typeof soonestMs === "number" && typeof latestMs === "number" && typeof isPlayed === "boolean";
}

function firstFiringIn(ruleTest: RuleTest, model: Model, keeper: Keeper): ExpectedAlert | undefined {
  const asked = making(`first firing of ${ruleTest.rule.id}`, { ruleTest }, firstFiringOf);
  const { kept, whole } = keeper.answer(asked, firstFiring, model);
  return kept ?? whole();
}

function firstFiringOf({ ruleTest }: { readonly ruleTest: RuleTest }): ExpectedAlert | undefined {
  const tests = ruleTest.testFile.tests.flatMap(({ alert_rule_test = [] }) => alert_rule_test);
  return tests.flatMap(({ exp_alerts }) => exp_alerts)[0];
}

const firstFiring: Short<ExpectedAlert | undefined, ExpectedAlert> = {
  of: (alert) => alert,
  isKept: (value): value is ExpectedAlert => {
    if (typeof value !== "object" || value === null) return false;
    return (
      "exp_labels" in value &&
      isTexts(value.exp_labels) &&
      "exp_annotations" in value &&
      isTexts(value.exp_annotations)
    );
  },
};

function isTexts(value: unknown): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.values(value).every((text) => typeof text === "string")
  );
}
