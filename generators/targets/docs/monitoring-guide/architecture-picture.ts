import type { Model } from "../../../model/model.ts";
import { compareText } from "../../../text/order.ts";
import { flowchartIds } from "../../../text/flowchart-ids.ts";
import { printFlowchart, type FlowchartEdge } from "../../../text/mermaid.ts";
import { jobArrows } from "./job-arrows.ts";
import { logArrows } from "./log-arrows.ts";
import type { Arrow, Station } from "./station.ts";
import { tellingArrows } from "./telling-arrows.ts";

/** From the services to the people, as a flowchart of Mermaid: what is configured, and nothing else. */
export function architecturePicture(model: Model): string {
  const arrows = merged([...jobArrows(model), ...tellingArrows(model), ...logArrows(model)]);
  const stations = inFixedOrder(arrows);
  const ids = flowchartIds(stations.map(({ key }) => key));
  const nodes = stations.map(({ shape, lines }, index) => ({ id: ids[index] ?? "", shape, lines }));
  const place = new Map(stations.map(({ key }, index) => [key, index]));
  const placeOf = ({ key }: Station): number => place.get(key) ?? 0;
  const edges = arrows
    .toSorted((a, b) => placeOf(a.from) - placeOf(b.from) || placeOf(a.to) - placeOf(b.to))
    .map(({ from, to, words }): FlowchartEdge => ({
      from: ids[placeOf(from)] ?? "",
      to: ids[placeOf(to)] ?? "",
      label: words.length === 0 ? undefined : words.join(", "),
    }));
  return printFlowchart(nodes, edges);
}

/**
 * What is measured, the programs, the people: within each by their keys, so that a service more is a line more and moves no
 * other.
 */
function inFixedOrder(arrows: readonly Arrow[]): Station[] {
  const stations = new Map(arrows.flatMap(({ from, to }) => [from, to]).map((one) => [one.key, one]));
  return [...stations.values()].sort((a, b) => rank(a) - rank(b) || compareText(a.key, b.key));
}

const kinds = ["machine", "service", "container", "receiver"];

function rank({ key }: Station): number {
  const index = kinds.findIndex((kind) => key.startsWith(kind));
  return index === -1 ? kinds.length : index;
}

/** One arrow for all that go the same way, with all their words. */
function merged(arrows: readonly Arrow[]): Arrow[] {
  const byWay = new Map<string, Arrow>();
  for (const arrow of arrows) {
    const way = `${arrow.from.key} ${arrow.to.key}`;
    const earlier = byWay.get(way);
    byWay.set(way, { ...arrow, words: [...new Set([...(earlier?.words ?? []), ...arrow.words])] });
  }
  return [...byWay.values()];
}
