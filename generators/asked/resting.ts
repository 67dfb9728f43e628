import { namesBehind } from "../model/metrics-behind.ts";
import type { Model } from "../model/model.ts";
import type { ShowingDashboard, Uses } from "../model/uses.ts";
import type { Analysis } from "../promql/analysis.ts";
import { counted } from "../targets/validation/subject.ts";
import { compareText } from "../text/order.ts";
import type { Fact } from "./entry.ts";

type Headed = Readonly<Record<string, Fact>>;

/** What an expression reads, through recordings too. */
export function restsOn(expressions: readonly { readonly analysis: Analysis }[], model: Model): Headed {
  const behind = expressions.map(({ analysis }) => namesBehind(analysis, model));
  return {
    "rests on recordings": sorted(behind.flatMap(({ recordings }) => [...recordings])),
    "rests on metrics": sorted(behind.flatMap(({ metrics }) => [...metrics])),
  };
}

function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort(compareText);
}

/** Who reads a metric or a recording, through recordings too. */
export function readBy({ alerts, recordings, panels, runbooks, marks, choices }: Uses): Headed {
  return {
    alerts: alerts.map(({ name }) => name),
    recordings: recordings.map(({ id }) => id),
    panels: panels.flatMap(shown),
    runbooks: runbooks.map(({ title }) => title),
    "marks on": marks.map(({ title }) => title),
    "variables of": choices.map(({ title }) => title),
  };
}

function shown({ dashboard, panels }: ShowingDashboard): string[] {
  // A number and its history often have one title.
  return [...new Set(panels.map(({ title }) => `${dashboard.title} / ${title}`))];
}

/** `3 alerts, 2 panels`: how many read it. */
export function readersText(uses: Uses): string {
  const panels = uses.panels.flatMap((one) => one.panels);
  const counts = [
    some(uses.alerts, "alert"),
    some(uses.recordings, "recording"),
    some(panels, "panel"),
    some(uses.runbooks, "runbook"),
  ].flat();
  return counts.length === 0 ? "nothing" : counts.join(", ");
}

function some(list: readonly unknown[], what: string): string[] {
  return list.length === 0 ? [] : [counted(list.length, what)];
}
