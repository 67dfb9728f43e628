import type { Platform } from "../language/platform.ts";
import type { Receiver } from "../language/routing.ts";
import type { PlatformModel } from "../model/routing-model.ts";
import type { Fired } from "../notifiers/messages-of.ts";
import type { KnownLabels } from "./alert-matcher.ts";
import { inherited, routesOf } from "./routes-of.ts";

/** What a rule test expects of an alert that fires. */
interface Expected {
  readonly exp_labels: Fired["labels"];
  readonly exp_annotations: Fired["annotations"];
}

/** An alert as Alertmanager gets it: Prometheus adds its external labels where the alert has none of that name. */
export function firedAs(
  name: string,
  { exp_labels, exp_annotations }: Expected,
  { externalLabels }: Platform["prometheus"],
): Fired {
  return { labels: { ...externalLabels, ...exp_labels, alertname: name }, annotations: exp_annotations };
}

/** Who is notified by any means of an alert that has these labels and no others, each once, in the order of the routes. */
export function receiversOf({ labels }: Fired, { routing }: Pick<PlatformModel, "routing">): Receiver[] {
  const known: KnownLabels = new Map(
    Object.entries(labels).map(([label, value]) => [label, { kind: "one", value }]),
  );
  const all = routesOf(routing, known).map((reached) => inherited(reached, "receiver") ?? routing.receiver);
  const once = all.filter((one, index) => all.findIndex(({ name }) => name === one.name) === index);
  return once.filter(({ notifiers }) => notifiers.length > 0);
}
