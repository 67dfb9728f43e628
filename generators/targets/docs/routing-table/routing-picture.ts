import type { PlatformModel } from "../../../model/routing-model.ts";
import type { Receiver } from "../../../language/receiver.ts";
import { compareText } from "../../../text/order.ts";
import { flowchartIds } from "../../../text/flowchart-ids.ts";
import { printFlowchart, type FlowchartEdge, type FlowchartNode } from "../../../text/mermaid.ts";
import { matchersOfRoute, namedRoutes, type NamedRoute } from "./named-routes.ts";
import { notifierLabels } from "../../../notifiers/of-receivers.ts";
import { openTimes } from "./open-times.ts";

/** The routing tree as a flowchart of Mermaid: from every alert over the routes to the receivers. */
export function routingPicture({ routing }: PlatformModel): string {
  const [root, ...others] = namedRoutes(routing);
  // What is named first is drawn first, and the root takes what is left over.
  const routes = [...others, ...(root ? [root] : [])];
  const told = [...new Set(routes.map(({ route }) => route.receiver))];
  const receivers = withIds(told.sort((a, b) => compareText(a.name, b.name)));
  return printFlowchart(
    [...routes.map(routeNode), ...[...receivers].map(receiverNode)],
    routes.flatMap((one) => [...edgeFromAbove(one), edgeToReceiver(one, receivers)]),
  );
}

type ReceiverIds = ReadonlyMap<Receiver, string>;

function withIds(receivers: readonly Receiver[]): ReceiverIds {
  const ids = flowchartIds(receivers.map(({ name }) => `receiver ${name}`));
  return new Map(receivers.map((receiver, index) => [receiver, ids[index] ?? ""]));
}

function routeNode({ route, id, above }: NamedRoute): FlowchartNode {
  if (above === undefined) return { id, shape: "round", lines: ["every alert"] };
  const matchers = matchersOfRoute(route).map(({ label, op, value }) => `${label} ${op} ${value}`);
  return { id, shape: "box", lines: matchers.length === 0 ? ["anything"] : matchers };
}

function receiverNode([receiver, id]: readonly [Receiver, string]): FlowchartNode {
  return { id, shape: "round", lines: [receiver.name, ...notifierLabels(receiver)] };
}

function edgeFromAbove({ route, id, above }: NamedRoute): FlowchartEdge[] {
  if (above === undefined) return [];
  return [{ from: above, to: id, dotted: route.continue === true }];
}

function edgeToReceiver({ route, id }: NamedRoute, receivers: ReceiverIds): FlowchartEdge {
  const words = [(route.routes ?? []).length > 0 ? "otherwise" : [], openTimes(route) ?? []].flat();
  return {
    from: id,
    to: receivers.get(route.receiver) ?? "",
    label: words.length === 0 ? undefined : words.join(", "),
  };
}
