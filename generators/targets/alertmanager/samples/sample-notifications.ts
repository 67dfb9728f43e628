import type { PlatformModel } from "../../../model/routing-model.ts";
import type { AlertModel } from "../../../model/rule-model.ts";
import type { LabelSet } from "../../validation/program.ts";
import { sampleLabels } from "./sample-labels.ts";

/** What Alertmanager gives to templates, as `amtool template render` reads it. */
export interface SampleNotification {
  /** For a message: `one firing alert`. */
  readonly what: string;
  readonly data: object;
}

/** Notifications to a receiver: one firing alert, the same alert when it is resolved, and all alerts together, some of them resolved. */
export function sampleNotifications(
  receiver: string,
  alerts: readonly AlertModel[],
  platform: PlatformModel,
): SampleNotification[] {
  const [first] = alerts;
  if (!first) return [];
  const make = (what: string, sampled: readonly SampleAlert[]) => ({
    what,
    data: notificationData(receiver, sampled, platform),
  });
  const ownStates = alerts.map((alert, index) => sampleAlert(alert, index % 2 === 0, platform));
  return [
    make("one firing alert", [sampleAlert(first, true, platform)]),
    make("one resolved alert", [sampleAlert(first, false, platform)]),
    make("several alerts", ownStates),
  ];
}

interface SampleAlert {
  readonly status: "firing" | "resolved";
  readonly labels: LabelSet;
  readonly annotations: LabelSet;
}

function sampleAlert(alert: AlertModel, firing: boolean, platform: PlatformModel): SampleAlert {
  const labels = sampleLabels(alert, platform);
  const annotations = Object.entries(alert.annotations).map(([name, text]) => [name, filledIn(text, labels)]);
  return { status: firing ? "firing" : "resolved", labels, annotations: Object.fromEntries(annotations) };
}

/** Prometheus has filled in labels and values before Alertmanager sees an annotation. */
function filledIn(text: string, labels: LabelSet): string {
  return text.replace(/\{\{(.*?)\}\}/gs, (_, action: string) => {
    const label = /\$labels\.(\w+)/.exec(action)?.[1];
    return label === undefined ? "42" : (labels[label] ?? "");
  });
}

// Any times will do: no text says how long ago they are.
const startsAt = "2026-01-31T12:00:00Z";
const endsAt = "2026-01-31T13:00:00Z";
/** What Alertmanager writes as the end of an alert that is still firing. */
const noEnd = "0001-01-01T00:00:00Z";

function notificationData(
  receiver: string,
  alerts: readonly SampleAlert[],
  { externalUrls }: PlatformModel,
): object {
  const commonLabels = common(alerts.map(({ labels }) => labels));
  return {
    receiver,
    status: alerts.some(({ status }) => status === "firing") ? "firing" : "resolved",
    alerts: alerts.map((alert, index) => ({
      ...alert,
      startsAt,
      endsAt: alert.status === "firing" ? noEnd : endsAt,
      generatorURL: `${externalUrls.prometheus}/graph`,
      fingerprint: String(index),
    })),
    groupLabels: {},
    commonLabels,
    commonAnnotations: common(alerts.map(({ annotations }) => annotations)),
    externalURL: externalUrls.alertmanager,
  };
}

/** What all of them have, with the same value. */
function common(all: readonly LabelSet[]): LabelSet {
  const [first = {}, ...others] = all;
  return Object.fromEntries(
    Object.entries(first).filter(([name, value]) => others.every((labels) => labels[name] === value)),
  );
}
