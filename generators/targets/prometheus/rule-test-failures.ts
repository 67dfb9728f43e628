import { durationInMs, formatDuration } from "../../language/duration.ts";
import type { AlertModel, RecordingModel } from "../../model/rule-model.ts";
import { sceneAt, type NamedScene } from "../../rule-tests/scene-names.ts";
import { formatQuantity } from "../../text/quantity.ts";

type Rule = Pick<AlertModel | RecordingModel, "kind" | "name"> & {
  readonly analysis?: AlertModel["analysis"];
};

/** Longer than what a reader takes in at once: promtool's own words, where they are not understood. */
const longest = 300;

// Every failure begins with what was asked: an alert at a point in time, or an expression.
const beginnings = /^ {4}(?:name: .*,\n {4})?(?:alertname: |expr: )/gm;

/** Whether promtool has run the tests, and not stumbled over their file. */
export function saysWhatFails(output: string): boolean {
  return output.search(beginnings) >= 0;
}

/** What fails in a scene of a test. */
export interface SceneFailure {
  /** Undefined where promtool says something else than that a test fails. */
  readonly scene: NamedScene | undefined;
  /** The first failure in short, and how many more there are. */
  readonly said: string;
}

/** Reads what `promtool test rules` prints of one test that fails. */
export function failuresIn(output: string, test: string | undefined, rule: Rule | undefined): SceneFailure[] {
  const body = output.replace(/^[\s\S]*?FAILED:\n/, "");
  const starts = [...body.matchAll(beginnings)].map(({ index }) => index);
  const failures =
    starts.length === 0 ? [body] : starts.map((from, index) => body.slice(from, starts[index + 1]));
  const byScene = new Map<string, FailuresOfScene>();
  for (const failure of failures) {
    const scene = test === undefined ? undefined : sceneAt(test, momentOf(failure));
    const known = byScene.get(scene?.name ?? "");
    if (known) known.more += 1;
    else byScene.set(scene?.name ?? "", { scene, first: failure, more: 0 });
  }
  return [...byScene.values()].map(({ scene, first, more }) => {
    const said = alertFailure(first) ?? valueFailure(first, rule, scene?.fromMs ?? 0) ?? shortened(first);
    // It is looked at several times, and a rule that is wrong once is mostly wrong at other times: the first failure is enough.
    return { scene, said: more > 0 ? `${said} (and ${more} more in this test)` : said };
  });
}

interface FailuresOfScene {
  readonly scene: NamedScene | undefined;
  readonly first: string;
  more: number;
}

function momentOf(failure: string): number {
  const [, time = ""] = /, time: (\w+),/.exec(failure) ?? [];
  return durationInMs(time) ?? 0;
}

/** An alert that was to fire, or not, at a moment. */
function alertFailure(failure: string): string | undefined {
  const found = /alertname: (.*), time: (\S+),\s*exp:\[([\s\S]*?)\],\s*got:\[([\s\S]*)\]/.exec(failure);
  if (!found) return undefined;
  const [, , time, expected = "", got = ""] = found;
  const [wanted, seen] = [expected, got].map(pairsIn);
  if (!wanted || !seen) return undefined;
  if (wanted.size === 0 || seen.size === 0) {
    const [is, was] = [wanted, seen].map((pairs) => (pairs.size === 0 ? "no alert" : alertText(pairs)));
    return `after ${time} expected ${is}, got ${was}`;
  }
  const different = [...new Set([...wanted.keys(), ...seen.keys()])].filter(
    (key) => wanted.get(key) !== seen.get(key),
  );
  const [name = ""] = different;
  return `after ${time} expected ${name} ${textOf(wanted, name)}, got ${textOf(seen, name)}`;
}

function alertText(pairs: ReadonlyMap<string, string>): string {
  const summary = pairs.get("summary");
  return summary === undefined ? "an alert" : `the alert ${summary}`;
}

function textOf(pairs: ReadonlyMap<string, string>, name: string): string {
  return pairs.get(name) ?? "nothing";
}

/** Labels and annotations, with their values as they are quoted. */
function pairsIn(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(/([A-Za-z_]\w*)=("(?:[^"\\]|\\.)*")/g)].map(([, name = "", value = ""]) => [
      name,
      value,
    ]),
  );
}

/** A value that a recording was to have, or a state of an alert. */
function valueFailure(failure: string, rule: Rule | undefined, fromMs: number): string | undefined {
  const found = /expr: ("(?:[^"\\]|\\.)*"), time: (\S+),\s*exp:([^\n]*)\s*got:([^\n]*)/.exec(failure);
  if (!found || !rule) return undefined;
  const [, quoted = "", time = "", expected = "", got = ""] = found;
  const asked = quoted.replace(/\\(.)/g, "$1").slice(1, -1);
  if (rule.kind === "alert") return stateFailure(asked, time, got, fromMs);
  const unit = asked === rule.name ? (rule.analysis?.type.unit ?? "none") : "none";
  const isOnlyValue = labelsIn(expected) === labelsIn(got) || [expected, got].some(isNothing);
  const [wanted, seen] = [expected, got].map((text) => samplesText(text, unit, isOnlyValue));
  return `after ${time} expected ${wanted}, got ${seen}`;
}

function stateFailure(asked: string, time: string, got: string, fromMs: number): string | undefined {
  const [, state] = /alertstate="(pending|firing)"/.exec(asked) ?? [];
  if (!asked.includes("ALERTS{")) return undefined;
  if (!asked.startsWith("ALERTS{")) {
    const when = fromMs === 0 ? `in the first ${time}` : `from ${formatDuration(fromMs)} to ${time}`;
    return `expected it never to be ${state ?? "pending or firing"} ${when}, but it was`;
  }
  if (isNothing(got)) return `after ${time} expected it to be ${state ?? "silent"}, but it is not`;
  return state === undefined
    ? `after ${time} expected it to be resolved, but it is not`
    : `after ${time} expected it to be ${state} with other labels than ${labelsIn(got)}`;
}

const sample = /(?:[A-Za-z_:][\w:]*)?\{((?:[^"}]|"(?:[^"\\]|\\.)*")*)\} (\S+?)(?:,\s|$)/g;

function isNothing(text: string): boolean {
  return ["", "nil"].includes(text.trim());
}

function labelsIn(text: string): string {
  return [...text.trim().matchAll(sample)].map(([, labels = ""]) => withoutName(labels)).join("; ");
}

function withoutName(labels: string): string {
  return `{${labels.replace(/(?:^|, )__name__="[^"]*"(?:, )?/, "")}}`;
}

function samplesText(text: string, unit: string, isOnlyValue: boolean): string {
  if (isNothing(text)) return "nothing";
  const samples = [...text.trim().matchAll(sample)].map(([, labels = "", value = ""]) => {
    const amount = formatQuantity(Number(value), unit);
    return isOnlyValue ? amount : `${amount} of ${withoutName(labels)}`;
  });
  return samples.length === 0 ? text.trim() : samples.join(" and ");
}

function shortened(text: string): string {
  const line = text
    .replace(/^ {4}name: .*,\n/, "")
    .replace(/\s+/g, " ")
    .trim();
  return line.length > longest ? `${line.slice(0, longest)} …` : line;
}
