import type { Scenario } from "../../generators/language/scenario.ts";
import type { AlertModel } from "../../generators/model/rule-model.ts";
import { expectedValue } from "../../generators/rule-tests/expected-value.ts";
import { givenMetrics } from "../../generators/rule-tests/setup.ts";
import { renderTemplate, saysValue } from "../../generators/text/render-template.ts";

/** The lowest and the highest value that an alert may say. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

// A rate is measured in real time: a scrape that comes late on a busy machine, or a window that is not yet full of it.
const rateTolerance = 0.15;
// What a probe took is a real time too, and what the machine is busy with comes on top.
const slowestProbe = 3;
// A disk that fills fires earlier than deployed where `for` is capped, and there is more of it left then.
const fullerDisk = 1.5;

/** What an alert may say when its scenario is played live; a gauge exactly what it holds. Undefined: it says no value. */
export function boundsOf(alert: AlertModel, scenario: Scenario): Bounds | undefined {
  if (!Object.values(alert.annotations).some(saysValue)) return undefined;
  const level = expectedValue(scenario, alert);
  if (level === undefined) return undefined;
  // Of several arms any may fire, while the windows fill with what stands for recordings; and a share is no more than all.
  if (scenario.onTargets) {
    const levels = alert.scenarios.map((one) => expectedValue(one, alert) ?? level);
    return { low: Math.min(...levels), high: 1 };
  }
  const isMeasured = [...givenMetrics(scenario.given)].some((metric) => metric.startsWith("probe_duration"));
  if (isMeasured) return { low: level, high: level * slowestProbe };
  if (scenario.given.every(({ kind }) => kind === "holds")) return { low: level, high: level };
  const above = scenario.after === undefined ? 1 + rateTolerance : fullerDisk;
  return { low: level * (1 - rateTolerance), high: level * above };
}

/** What of a notification is not as the alert's annotations are, rendered for these labels; nothing when all is. */
export function wrongIn(
  text: string,
  alert: AlertModel,
  labels: Readonly<Record<string, string>>,
  bounds: Bounds | undefined,
): string[] {
  // A link is no part of what a chat shows as text.
  const said = ["summary", "description", "impact"].flatMap((name) => alert.annotations[name] ?? []);
  return said.flatMap((template) => {
    if (!saysValue(template)) return wrongLine(text, rendered(template, labels, NaN));
    if (!bounds) return [`nobody knows the value of: ${template}`];
    if (bounds.low === bounds.high) return wrongLine(text, rendered(template, labels, bounds.low));
    const pattern = escaped(rendered(template, labels, NaN)).replace(/NaN%?/, "(\\S+?(?: \\d+[smh])*)");
    const shown = new RegExp(`(?:^|: )${pattern}$`, "m").exec(text)?.[1];
    if (shown === undefined) return [`no line like: ${pattern}`];
    const value = shownValue(shown);
    return value >= bounds.low && value <= bounds.high
      ? []
      : [`${shown} is not within ${bounds.low} to ${bounds.high}`];
  });
}

function wrongLine(text: string, line: string): string[] {
  return new RegExp(`(?:^|: )${escaped(line)}$`, "m").test(text) ? [] : [`no line: ${line}`];
}

function rendered(template: string, labels: Readonly<Record<string, string>>, value: number): string {
  const result = renderTemplate(template, { labels, value });
  if ("unsupported" in result) throw new Error(`${template}: ${result.unsupported}`);
  return result.text;
}

const prefixes: Readonly<Record<string, number>> = { "": 1, m: 1e-3, k: 1e3, M: 1e6, G: 1e9 };

const inSeconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** `12.3G`, `5.2%`, `210ms`, `5m 14s` as a number; NaN where it is none. */
function shownValue(text: string): number {
  if (/^\d+[dhm]( \d+[hms])+$/.test(text)) {
    return text
      .split(" ")
      .reduce((sum, part) => sum + Number(part.slice(0, -1)) * (inSeconds[part.slice(-1)] ?? NaN), 0);
  }
  const [, number = "", prefix = "", unit = ""] = /^(-?[\d.]+)([mkMG]?)(s|%)?$/.exec(text) ?? [];
  if (number === "") return NaN;
  return (Number(number) * (prefixes[prefix] ?? NaN)) / (unit === "%" ? 100 : 1);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
