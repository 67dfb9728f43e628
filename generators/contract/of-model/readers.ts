import { recordingsNamed } from "../../model/lookups.ts";
import type { Model } from "../../model/model.ts";
import type { DashboardModel } from "../../model/dashboard-model.ts";
import type { Analysis } from "../../promql/analysis.ts";
import { notificationRouting } from "../../routing/notification-routing.ts";
import type { Reader } from "../contract.ts";
import { selectionsIn, type Selection } from "./selections.ts";

/** A reader with all that it reads. */
export interface ReadingReader {
  readonly reader: Reader;
  readonly selections: readonly Selection[];
}

interface Expressed {
  readonly analysis: Analysis;
}

/** Everything of a project that reads metrics, in the order in which a person is told. */
export function readersOf(model: Model): readonly ReadingReader[] {
  return [
    ...alertsOf(model),
    ...model.slos.map(({ id, recordings }) => {
      const own = recordings.flatMap((name) => recordingsNamed(model, name));
      return reading({ kind: "slo", name: id }, own, model);
    }),
    ...model.dashboards.flatMap((dashboard) => panelsOf(dashboard, model)),
    ...model.recordings.map((recording) =>
      reading({ kind: "recording", name: recording.id }, [recording], model),
    ),
    ...model.runbooks.map(({ title, questions }) =>
      reading({ kind: "runbook", name: title }, questions, model),
    ),
    ...model.dashboards.map(({ title, annotations, variables }) =>
      reading({ kind: "dashboard", name: title }, [...annotations, ...variables], model),
    ),
  ];
}

function reading(reader: Reader, expressions: readonly Expressed[], model: Model): ReadingReader {
  return { reader, selections: expressions.flatMap(({ analysis }) => selectionsIn(analysis, model)) };
}

function alertsOf(model: Model): ReadingReader[] {
  return notificationRouting(model).map(({ alert, routes }) => {
    const notifies = routes.map(
      ({ surely, settings }) => `${surely ? "" : "perhaps "}${settings.receiver.name}`,
    );
    const reader: Reader = {
      kind: "alert",
      name: alert.name,
      severity: alert.severity.name,
      notifies: [...new Set(notifies)],
      // A guard waits for that, as long as its target is up.
      ...(alert.whenMissing === "firing" || alert.guardOf !== undefined ? { firesWhenMissing: true } : {}),
    };
    return reading(reader, [alert], model);
  });
}

function panelsOf(dashboard: DashboardModel, model: Model): ReadingReader[] {
  return dashboard.rows
    .flatMap(({ panels }) => panels)
    .map(({ title, id, queries }) => {
      const name = `${dashboard.title} / ${title === "" ? `panel ${id}` : title}`;
      return { reader: { kind: "panel", name }, selections: ofQueries(queries, model) };
    });
}

/** Of several queries one may be empty, and the panel is not, as long as another does not read the same metric. */
function ofQueries(queries: readonly Expressed[], model: Model): readonly Selection[] {
  const selected = queries.map(({ analysis }) => selectionsIn(analysis, model));
  const isEverywhere = ({ series }: Selection) =>
    selected.every((own) =>
      own.some((one) => one.series.metric === series.metric && one.series.job === series.job),
    );
  return selected
    .flat()
    .map((one) => (one.role === "needed" && !isEverywhere(one) ? { ...one, role: "one of several" } : one));
}
