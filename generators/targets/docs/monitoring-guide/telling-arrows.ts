import type { Receiver } from "../../../language/receiver.ts";
import type { Model } from "../../../model/model.ts";
import { notifierLabels } from "../../../notifiers/of-receivers.ts";
import { namedRoutes } from "../routing-table/named-routes.ts";
import { containerStation, type Arrow, type Station } from "./station.ts";

/** From Prometheus to people: the receivers that some route leads to, and Grafana, which asks both programs. */
export function tellingArrows({ platform }: Pick<Model, "platform">): Arrow[] {
  const prometheus = containerStation("prometheus");
  const alertmanager = containerStation("alertmanager");
  const grafana = containerStation("grafana");
  const receivers = new Set(namedRoutes(platform.routing).map(({ route }) => route.receiver));
  return [
    { from: prometheus, to: alertmanager, words: ["alerts"] },
    ...[...receivers].map((receiver) => ({ from: alertmanager, to: receiverStation(receiver), words: [] })),
    { from: prometheus, to: grafana, words: ["samples"] },
    { from: alertmanager, to: grafana, words: ["alerts"] },
  ];
}

function receiverStation(receiver: Receiver): Station {
  return {
    key: `receiver ${receiver.name}`,
    shape: "round",
    lines: [receiver.name, ...notifierLabels(receiver)],
  };
}
