import type { Model } from "../../model/model.ts";
import { printFlowchart, type FlowchartEdge, type FlowchartNode } from "../../text/mermaid.ts";
import { jobArrows } from "./job-arrows.ts";
import { logArrows } from "./log-arrows.ts";
import type { Arrow, Station } from "./station.ts";
import { tellingArrows } from "./telling-arrows.ts";

/** From the services to the people, as a flowchart of Mermaid: what is configured, and nothing else. */
export function architecturePicture(model: Model): string {
  const arrows = merged([...jobArrows(model), ...tellingArrows(model), ...logArrows(model)]);
  const stations = new Map<string, Station>();
  for (const { from, to } of arrows) for (const one of [from, to]) stations.set(one.key, one);
  const ids = new Map([...stations.keys()].map((key, index) => [key, `node${index + 1}`]));
  const id = ({ key }: Station): string => ids.get(key) ?? "";
  const nodes = [...stations.values()].map((station): FlowchartNode => ({
    id: id(station),
    shape: station.shape,
    lines: station.lines,
  }));
  const edges = arrows.map(({ from, to, words }): FlowchartEdge => ({
    from: id(from),
    to: id(to),
    label: words.length === 0 ? undefined : words.join(", "),
  }));
  return printFlowchart(nodes, edges);
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
