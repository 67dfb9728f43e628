import type { PlatformModel } from "../../model/routing-model.ts";
import type { Receiver } from "../../language/receiver.ts";
import { matchersOf } from "../../routing/alert-matcher.ts";
import { printFlowchart, type FlowchartEdge, type FlowchartNode } from "../../text/mermaid.ts";
import { notifierNames } from "./notifier-names.ts";
import { numberedRoutes, type NumberedRoute } from "./numbered-routes.ts";
import { openTimes } from "./open-times.ts";

/** The routing tree as a flowchart of Mermaid: from every alert over the routes to the receivers. */
export function routingPicture({ routing }: PlatformModel): string {
  const [root, ...others] = numberedRoutes(routing);
  // What is named first is drawn first, and the root takes what is left over.
  const routes = [...others, ...(root ? [root] : [])];
  const receivers = [...new Set(routes.map(({ route }) => route.receiver))];
  return printFlowchart(
    [...routes.map(routeNode), ...receivers.map(receiverNode)],
    routes.flatMap((one) => [...edgeFromAbove(one), edgeToReceiver(one, receivers)]),
  );
}

function routeNode({ route, number }: NumberedRoute): FlowchartNode {
  if (number === "") return { id: routeId(number), shape: "round", lines: ["every alert"] };
  const matchers = matchersOf(route.match ?? {}).map(({ label, op, value }) => `${label} ${op} ${value}`);
  const conditions = matchers.length === 0 ? ["anything"] : matchers;
  return { id: routeId(number), shape: "box", lines: [`route ${number}`, ...conditions] };
}

function receiverNode(receiver: Receiver, index: number): FlowchartNode {
  return { id: receiverId(index), shape: "round", lines: [receiver.name, ...notifierNames(receiver)] };
}

function edgeFromAbove({ route, number, above }: NumberedRoute): FlowchartEdge[] {
  if (above === undefined) return [];
  return [{ from: routeId(above), to: routeId(number), dotted: route.continue === true }];
}

function edgeToReceiver({ route, number }: NumberedRoute, receivers: readonly Receiver[]): FlowchartEdge {
  const words = [(route.routes ?? []).length > 0 ? "otherwise" : [], openTimes(route) ?? []].flat();
  return {
    from: routeId(number),
    to: receiverId(receivers.indexOf(route.receiver)),
    label: words.length === 0 ? undefined : words.join(", "),
  };
}

function routeId(number: string): string {
  return number === "" ? "root" : `route${number.replaceAll(".", "s")}`;
}

function receiverId(index: number): string {
  return `receiver${index + 1}`;
}
