import { durationInMs } from "../../language/duration.ts";
import { defaultSettings } from "../../routing/route-settings.ts";
import { notificationTimes } from "../../routing/notification-routing.ts";
import type { KnownLabels } from "../../routing/alert-matcher.ts";
import { dataAt, entriesAt, itemsAt, textAt } from "../../targets/validation/untyped-data.ts";
import { listed } from "../../text/listed.ts";
import type { Notified, ReviewedAlert } from "../version.ts";
import { fitsPlain, matchersIn, matchersText } from "./matchers.ts";
import type { PlainRules } from "./rules.ts";

type PlainAlert = PlainRules["alerts"][number];

/** How often Prometheus evaluates rules where nobody says otherwise. */
const usualEveryMs = 60_000;

/** Who is notified of an alert by a configuration of Alertmanager, as far as its rule tells. */
export function notifiedByPlain(
  config: unknown,
): (alert: PlainAlert) => Pick<ReviewedAlert, "notified" | "inhibitedBy"> {
  const root = dataAt(config, "route");
  const called = new Map(
    itemsAt(config, "receivers").map((one) => [textAt(one, "name") ?? "", calledBy(one)]),
  );
  const inhibitions = itemsAt(config, "inhibit_rules");
  return (alert) => {
    const labels = alert.sent;
    const reached = reachedFrom(root, labels, [root], true);
    return {
      notified: reached.map(({ path, surely }) => notifiedOn(path, surely, alert, called)),
      inhibitedBy: inhibitions.flatMap((rule) =>
        fitsPlain(matchersIn(rule, "target"), labels) === "no" ? [] : inhibitorText(rule),
      ),
    };
  };
}

/** `team (slack, email)` */
function calledBy(receiver: unknown): string {
  const kinds = entriesAt(receiver).flatMap(([key, value]) =>
    key.endsWith("_configs") && itemsAt(value).length > 0 ? key.replace(/_configs$/, "") : [],
  );
  return `${textAt(receiver, "name") ?? ""} (${kinds.length === 0 ? "nobody" : kinds.join(", ")})`;
}

interface Reached {
  readonly path: readonly unknown[];
  readonly surely: boolean;
}

/** The routes that notify, as Alertmanager finds them: the first that matches takes the alert, unless it says `continue`. */
function reachedFrom(
  route: unknown,
  labels: KnownLabels,
  path: readonly unknown[],
  surely: boolean,
): Reached[] {
  const found: Reached[] = [];
  let [isTaken, goesOnSurely] = [false, surely];
  for (const child of itemsAt(route, "routes")) {
    const answer = fitsPlain(matchersIn(child), labels);
    if (answer === "no") continue;
    found.push(...reachedFrom(child, labels, [...path, child], goesOnSurely && answer === "yes"));
    if (answer === "yes") isTaken = true;
    if (dataAt(child, "continue") === true) continue;
    if (answer === "yes") break;
    goesOnSurely = false;
  }
  return isTaken ? found : [...found, { path, surely: surely && found.length === 0 }];
}

function notifiedOn(
  path: readonly unknown[],
  surely: boolean,
  { forMs, everyMs = usualEveryMs }: PlainAlert,
  called: ReadonlyMap<string, string>,
): Notified {
  const said = (key: string) => path.findLast((route) => dataAt(route, key) !== undefined);
  const time = (key: string, usual: string) => durationInMs(textAt(said(key), key) ?? usual) ?? 0;
  const receiver = textAt(said("receiver"), "receiver") ?? "";
  const labels = itemsAt(said("group_by"), "group_by").map(String);
  const times = notificationTimes(
    { forMs, everyMs },
    {
      groupWaitMs: time("group_wait", defaultSettings.groupWait),
      groupIntervalMs: time("group_interval", defaultSettings.groupInterval),
      repeatIntervalMs: time("repeat_interval", defaultSettings.repeatInterval),
    },
  );
  return {
    receiver,
    called: called.get(receiver) ?? receiver,
    surely,
    open: openText(path.at(-1)),
    activeIn: itemsAt(path.at(-1), "active_time_intervals").map(String),
    mutedIn: itemsAt(path.at(-1), "mute_time_intervals").map(String),
    soonestMs: times.soonestMs,
    latestMs: times.latestMs,
    againAfterMs: times.againAfterMs,
    groupedBy: labels.includes("...") ? "all" : labels,
  };
}

function openText(route: unknown): string | undefined {
  const [active, muted] = ["active_time_intervals", "mute_time_intervals"].map((key) =>
    itemsAt(route, key).map(String),
  );
  const parts = [
    ...(active?.length ? [`in ${listed(active, "or")}`] : []),
    ...(muted?.length ? [`outside of ${listed(muted)}`] : []),
  ];
  return parts.length === 0 ? undefined : parts.join(" and ");
}

function inhibitorText(rule: unknown): string {
  const equal = itemsAt(rule, "equal").map(String);
  return `${matchersText(matchersIn(rule, "source"))}${equal.length === 0 ? "" : ` (same ${equal.join(", ")})`}`;
}
