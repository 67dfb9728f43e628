import { listOf, structureOf, type Thing, type Value } from "../text/go-template/value.ts";
import { compareText } from "../text/order.ts";

/** A notification of one alert, which is alone in its group. */
export interface Notification {
  readonly receiver: string;
  readonly isFiring: boolean;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** Where Alertmanager says that it can be reached. */
  readonly externalUrl: string;
}

/** Any moments will do, as long as they have passed: they are the same for everybody, and do not change with a rule. */
export const startsAt = "2026-01-31T12:00:00Z";
export const endsAt = "2026-01-31T13:00:00Z";
/** What Alertmanager writes as the end of an alert that is still firing. */
export const noEnd = "0001-01-01T00:00:00Z";

export function endOf({ isFiring }: Pick<Notification, "isFiring">): string {
  return isFiring ? noEnd : endsAt;
}

export function statusOf({ isFiring }: Pick<Notification, "isFiring">): "firing" | "resolved" {
  return isFiring ? "firing" : "resolved";
}

/** Alertmanager makes a pattern of the receiver's name before it says it. */
export function patternOf(receiver: string): string {
  return receiver.replace(/[\\.+*?()|[\]{}^$]/g, "\\$&");
}

/** What Alertmanager gives to its templates. */
export function templateData(notification: Notification): Value {
  const { receiver, externalUrl, labels, annotations } = notification;
  const status = statusOf(notification);
  const alert = structureOf({
    Status: status,
    Labels: pairsOf(labels),
    Annotations: pairsOf(annotations),
    StartsAt: momentOf(startsAt),
    EndsAt: momentOf(endOf(notification)),
  });
  return structureOf({
    Receiver: patternOf(receiver),
    Status: status,
    Alerts: alertsOf(alert, notification.isFiring),
    CommonLabels: pairsOf(labels),
    CommonAnnotations: pairsOf(annotations),
    ExternalURL: externalUrl,
  });
}

function alertsOf(alert: Value, isFiring: boolean): Thing {
  const only = (isWanted: boolean) => listOf(isWanted ? [alert] : []);
  return listOf([alert], (name) => {
    if (name === "Firing") return only(isFiring);
    return name === "Resolved" ? only(!isFiring) : undefined;
  });
}

/** Labels or annotations; one that is not there is empty. */
function pairsOf(pairs: Readonly<Record<string, string>>): Thing {
  const names = Object.keys(pairs);
  return {
    isEmpty: names.length === 0,
    get(name, [removed]) {
      if (name === "SortedPairs") return listOf(names.toSorted(nameFirst).map((one) => pairOf(one, pairs)));
      if (name !== "Remove") return Object.hasOwn(pairs, name) ? pairs[name] : "";
      const left = typeof removed === "object" ? removed.items : undefined;
      return pairsOf(Object.fromEntries(Object.entries(pairs).filter(([one]) => !left?.includes(one))));
    },
  };
}

function pairOf(name: string, pairs: Readonly<Record<string, string>>): Thing {
  return structureOf({ Name: name, Value: pairs[name] ?? "" });
}

/** Alertmanager puts the name of the alert first. */
function nameFirst(a: string, b: string): number {
  const isName = (label: string) => Number(label === "alertname");
  return isName(b) - isName(a) || compareText(a, b);
}

/** The only way in which our templates write a moment. */
const layout = "2006-01-02 15:04:05 MST";

function momentOf(iso: string): Thing {
  const moment: Thing = {
    isEmpty: false,
    get(name, [format]) {
      if (name === "UTC") return moment;
      if (name !== "Format" || format !== layout) throw new SyntaxError(`a moment has no .${name} like that`);
      return `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;
    },
  };
  return moment;
}
