import type { Receiver } from "../language/routing.ts";
import { notifierLabels, notifierSecrets } from "../notifiers/of-receivers.ts";
import { notificationRouting, type AlertRouting } from "../routing/notification-routing.ts";
import { told, type EntriesOf } from "./entry.ts";

export const receivers: EntriesOf = (model) => {
  const routing = notificationRouting(model);
  return Object.values(model.platform.receivers).map((receiver) => {
    const heard = heardBy(receiver, routing);
    const by = notifierLabels(receiver);
    return {
      name: receiver.name,
      service: undefined,
      place: receiver.place,
      row: { by: by.join(", "), alerts: String(heard.length) },
      facts: () =>
        told({
          description: receiver.description,
          by,
          "told that it is over": receiver.sendResolved === false ? "never" : undefined,
          secrets: notifierSecrets(receiver).map(({ name }) => `secrets/${name}`),
          alerts: heard,
        }),
    };
  });
};

/** The alerts that reach it, as far as their labels are known. */
function heardBy({ name }: Receiver, routing: readonly AlertRouting[]): string[] {
  return routing.flatMap(({ alert, routes }) => {
    const own = routes.filter(({ settings }) => settings.receiver.name === name);
    if (own.length === 0) return [];
    return [own.some(({ surely }) => surely) ? alert.name : `perhaps ${alert.name}`];
  });
}
