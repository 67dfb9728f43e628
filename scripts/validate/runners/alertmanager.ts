import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { parse } from "yaml";
import type {
  AlertAnswer,
  AlertPair,
  AlertPairAnswer,
  AlertsValidator,
  LabelSet,
} from "../../../generators/targets/validation/program.ts";
import { itemsAt, textAt, dataAt } from "../../../generators/targets/validation/untyped-data.ts";
import type { FileFindings, OwnSubject } from "../../../generators/targets/validation/subject.ts";
import { contentKey } from "../../kept/content-key.ts";
import { engineIdentity } from "../../kept/engine-identity.ts";
import type { Tool } from "../../tools/find-tool.ts";
import type { Known } from "../known.ts";
import { alikePairs } from "./alike-pairs.ts";
import { openAnswers, packAnswers } from "./packed-answers.ts";

/** Asks an Alertmanager that runs with the configuration about the validator's pairs of alerts. */
export async function askAboutAlerts(
  validator: AlertsValidator,
  subject: OwnSubject,
  tool: Tool,
  known: RoutingKnown,
): Promise<FileFindings> {
  const [path = ""] = subject.paths;
  const config = quietConfig(subject.files[path] ?? "");
  const asked = [engineIdentity(), tool.path, tool.version, await known.digestOf(tool), config];
  // Thousands of pairs: where nothing was found in the same before, they are not even made.
  const key = contentKey("in order", validator.id, ...asked, validator.decidedBy(subject));
  const checked = known.read.get(key);
  if (checked !== undefined) return { checked, findings: [] };
  const pairs = validator.pairs(subject);
  const answers = await answersTo(pairs, { config, asked, tool }, known);
  const found = validator.findings(pairs, answers, subject);
  if (found.findings.length === 0) known.read.put(key, found.checked);
  return found;
}

type RoutingKnown = Pick<Known, "routed" | "read" | "alertmanagers" | "digestOf">;

interface Asking {
  readonly config: string;
  /** Everything but the pairs that the answers depend on. */
  readonly asked: readonly string[];
  readonly tool: Tool;
}

async function answersTo(
  pairs: readonly AlertPair[],
  { config, asked, tool }: Asking,
  { routed, alertmanagers }: RoutingKnown,
): Promise<AlertPairAnswer[]> {
  const key = contentKey(...asked, JSON.stringify(pairs));
  const kept = routed.get(key);
  if (kept) return openAnswers(kept);
  const { distinct, places } = alikePairs(JSON.parse(config), pairs);
  const ofDistinct = await askAlertmanager(await alertmanagers.urlOf(config, tool), distinct);
  const answers = places.flatMap((place) => ofDistinct.slice(place, place + 1));
  routed.put(key, packAnswers(answers));
  return answers;
}

/** Tells the two alerts of a pair apart where their own labels do not. */
const sideLabel = "signalbox_side";
// About 300 bytes each: a request stays well below a megabyte.
const alertsInARequest = 1000;
// It takes milliseconds; on a machine that is busy with other things it takes what it takes, but not for ever.
const lookingTimeoutMs = 10 * 60_000;
const pollMs = 10;

/**
 * Has all these pairs fire at the same time, and asks what becomes of each alert.
 *
 * @param url of an Alertmanager that runs with a `quietConfig`; it can be asked again, also after it was given another one
 * @returns for each pair the answers for its two alerts
 */
export async function askAlertmanager(url: string, pairs: readonly AlertPair[]): Promise<AlertPairAnswer[]> {
  // What was asked before is still there.
  const question = randomUUID();
  const alerts = pairs.flatMap((pair, index) =>
    pair.map((labels, side) => ({
      ...labels,
      [pairLabel]: pairName(question, index),
      [sideLabel]: String(side),
    })),
  );
  for (let from = 0; from < alerts.length; from += alertsInARequest) {
    await post(url, alerts.slice(from, from + alertsInARequest));
  }
  await untilLookedAt(url, question);
  const found = await get(url, `${pairLabel}=~"${question}.*"`);
  const answers = new Map(itemsAt(found).map((alert) => [keyOf(alert), answerOf(alert)]));
  return pairs.map((_pair, index) => {
    const at = (side: number) => answerFor(`${pairName(question, index)} ${side}`, answers);
    return [at(0), at(1)];
  });
}

function pairName(question: string, index: number): string {
  return `${question} ${index}`;
}

function keyOf(alert: unknown): string {
  const labels = dataAt(alert, "labels");
  return `${textAt(labels, pairLabel)} ${textAt(labels, sideLabel)}`;
}

function answerFor(key: string, answers: ReadonlyMap<string, AlertAnswer>): AlertAnswer {
  const answer = answers.get(key);
  if (!answer) throw new Error("Alertmanager does not know an alert that it was given");
  return answer;
}

function answerOf(alert: unknown): AlertAnswer {
  return {
    receivers: itemsAt(alert, "receivers").map((receiver) => textAt(receiver, "name") ?? ""),
    isInhibited: itemsAt(alert, "status", "inhibitedBy").length > 0,
  };
}

/** Alertmanager takes alerts in at once, but looks at what they inhibit one after the other, in their order. */
async function untilLookedAt(url: string, question: string): Promise<void> {
  const last = (side: string) => ({ [lastLabel]: side, [pairLabel]: `last ${question}` });
  await post(url, [last("source"), last("target")]);
  const deadline = Date.now() + lookingTimeoutMs;
  while (Date.now() < deadline) {
    const alerts = itemsAt(await get(url, `${pairLabel}="last ${question}"`));
    if (alerts.some((alert) => answerOf(alert).isInhibited)) return;
    await wait(pollMs);
  }
  throw new Error(`Alertmanager has not processed all alerts after ${lookingTimeoutMs / 1000} s`);
}

export async function post(url: string, alerts: readonly LabelSet[]): Promise<void> {
  const response = await fetch(`${url}/api/v2/alerts`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(alerts.map((labels) => ({ labels }))),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`Alertmanager refuses alerts: ${text}`);
}

async function get(url: string, filter: string): Promise<unknown> {
  const response = await fetch(`${url}/api/v2/alerts?filter=${encodeURIComponent(filter)}`);
  if (!response.ok) throw new Error(`Alertmanager does not answer: ${await response.text()}`);
  return response.json();
}

/** The label by which two alerts that are posted belong together: no other alert inhibits one of them. */
export const pairLabel = "signalbox_pair";
/** The label of two alerts of which one must be inhibited once all alerts before them have been looked at. */
const lastLabel = "signalbox_last";

/**
 * Alertmanager's configuration with the same routes, inhibitions and times, but with receivers that notify nobody: it is
 * asked about thousands of alerts that do not fire.
 */
export function quietConfig(text: string): string {
  const config: unknown = parse(text);
  // JSON is YAML.
  return JSON.stringify({
    route: dataAt(config, "route"),
    inhibit_rules: inhibitionsOfPairs(config),
    time_intervals: dataAt(config, "time_intervals"),
    receivers: itemsAt(config, "receivers").map((receiver) => ({ name: textAt(receiver, "name") })),
  });
}

/** The inhibitions of a configuration for alerts that are asked about in pairs: none inhibits one of another pair. */
export function inhibitionsOfPairs(config: unknown): readonly object[] {
  const inhibitions = itemsAt(config, "inhibit_rules").map((rule) => ({
    ...(typeof rule === "object" ? rule : {}),
    equal: [...itemsAt(rule, "equal"), pairLabel],
  }));
  const last = {
    source_matchers: [`${lastLabel}="source"`],
    target_matchers: [`${lastLabel}="target"`],
    equal: [pairLabel],
  };
  return [...inhibitions, last];
}
