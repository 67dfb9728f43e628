import { groupOf } from "../../model/lookups.ts";
import type { AlertModel, RecordingModel } from "../../model/rule-model.ts";
import { durationInMs } from "../../language/duration.ts";
import {
  notificationRouting,
  type AlertRouting,
  type NotifyingRoute,
} from "../../routing/notification-routing.ts";
import { openTimes } from "../../routing/open-times.ts";
import { knownLabels } from "../../routing/known-labels.ts";
import { notifierLabels } from "../../notifiers/of-receivers.ts";
import { alertmanagerConfig } from "../../targets/alertmanager/config.ts";
import type { TestedModel } from "../../rule-tests/tested-model.ts";
import { pairNames } from "../inhibitors.ts";
import { namesRead } from "../names-read.ts";
import type { Facts, Notified, ReviewedAlert, ReviewedRecording, Version } from "../version.ts";
import {
  describedContainers,
  describedHours,
  describedJobs,
  describedMetrics,
  describedSlos,
} from "./described.ts";
import { panelsOfModel } from "./panels.ts";
import { exampleFacts, scenarioFacts } from "./scenario-facts.ts";
import { suppressedBeside } from "./suppressed.ts";

/** A project, as its model has it. */
export function versionOfModel(model: TestedModel): Version {
  return {
    alerts: notificationRouting(model).map((routing) => alertOf(routing, model)),
    recordings: model.recordings.map((recording) => recordingOf(recording, model)),
    panels: panelsOfModel(model),
    slos: describedSlos(model),
    metrics: describedMetrics(model),
    jobs: describedJobs(model),
    containers: describedContainers(model),
    suppressed: suppressedBeside(model),
    routing: { config: configOf(model), knowsAllLabels: true },
    hours: describedHours(model),
    model,
    unread: [],
  };
}

function configOf(model: TestedModel): string {
  return Object.values(alertmanagerConfig(model)).join("");
}

function alertOf({ alert, routes, inhibitedBy }: AlertRouting, model: TestedModel): ReviewedAlert {
  const { labels, annotations, severity, valueUnit, forMs, keepFiringFor } = alert;
  return {
    ...ruleOf(alert, model),
    // Open alerts and silences go by this name.
    name: alert.alertname,
    labels,
    scenario: scenarioFacts(alert.scenarios),
    severity: severity.name,
    forMs,
    keepFiringForMs: durationInMs(keepFiringFor ?? "0s") ?? 0,
    resolvesAt: endOf(alert),
    annotations,
    unit: alert.threshold?.unit ?? valueUnit,
    notified: routes.map(notifiedBy),
    inhibitedBy: pairNames(inhibitedBy),
    inhibitors: inhibitedBy.map(({ source, surely, ifSame }) => ({ model: source, surely, ifSame })),
    sent: knownLabels(alert, model.platform),
    model: alert,
  };
}

function endOf({ resolution, threshold }: AlertModel): ReviewedAlert["resolvesAt"] {
  if (!resolution) return undefined;
  return { text: resolution.text, beyond: Math.abs(resolution.value - (threshold?.value ?? 0)) };
}

function recordingOf(recording: RecordingModel, model: TestedModel): ReviewedRecording {
  const scenario = exampleFacts(recording.examples, recording.unit);
  return { ...ruleOf(recording, model), labels: recording.labels, scenario };
}

function ruleOf(rule: AlertModel | RecordingModel, model: TestedModel) {
  const { name, place, group, expr, node, equivalentMutants, allow } = rule;
  const everyMs = groupOf(model, rule)?.everyMs;
  return {
    name,
    place,
    group,
    everyMs,
    expr,
    node,
    reads: namesRead(node),
    waived: waived(equivalentMutants, allow),
  };
}

function waived(mutants: Facts, allow: Facts): Facts {
  const named = (what: string, all: Facts) =>
    Object.entries(all).map(([id, reason]) => [`${what} ${id}`, reason] as const);
  return Object.fromEntries([...named("the mutant", mutants), ...named("the check", allow)]);
}

function notifiedBy({ route, surely, settings, times }: NotifyingRoute): Notified {
  const { receiver, groupBy } = settings;
  const labels = notifierLabels(receiver);
  return {
    receiver: receiver.name,
    called: `${receiver.name} (${labels.length === 0 ? "nobody" : labels.join(", ")})`,
    surely,
    open: openTimes(route),
    activeIn: (route.activeDuring ?? []).map(({ name }) => name),
    mutedIn: (route.mutedDuring ?? []).map(({ name }) => name),
    soonestMs: times.soonestMs,
    latestMs: times.latestMs,
    againAfterMs: times.againAfterMs,
    groupedBy: groupBy,
  };
}
