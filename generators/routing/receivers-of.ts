import type { Platform } from "../language/platform.ts";
import type { Receiver } from "../language/routing.ts";
import type { PlatformModel } from "../model/routing-model.ts";
import type { KnownLabels } from "./alert-matcher.ts";
import { inherited, routesOf } from "./routes-of.ts";

type Labels = Readonly<Record<string, string>>;

/** The labels of an alert as Alertmanager gets it: Prometheus adds its external ones where the alert has none of that name. */
export function labelsSent(name: string, own: Labels, { externalLabels }: Platform["prometheus"]): Labels {
  return { ...externalLabels, ...own, alertname: name };
}

/** Who is notified of an alert that has these labels and no others, each once, in the order of the routes. */
export function receiversOf(labels: Labels, { routing }: Pick<PlatformModel, "routing">): Receiver[] {
  const known: KnownLabels = new Map(
    Object.entries(labels).map(([label, value]) => [label, { kind: "one", value }]),
  );
  const receivers = routesOf(routing, known).map(
    (reached) => inherited(reached, "receiver") ?? routing.receiver,
  );
  return receivers.filter((one, index) => receivers.findIndex(({ name }) => name === one.name) === index);
}
