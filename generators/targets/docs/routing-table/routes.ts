import { formatDuration } from "../../../language/duration.ts";
import type { Receiver } from "../../../language/routing.ts";
import { compareText } from "../../../text/order.ts";
import type { PlatformModel, RouteModel } from "../../../model/routing-model.ts";
import { notifierLabels } from "../../../notifiers/of-receivers.ts";
import { type AlertMatcher, matchersOf } from "../../../routing/alert-matcher.ts";
import { type RouteSettings, settingsOf } from "../../../routing/route-settings.ts";
import {
  flowchartIds,
  type FlowchartEdge,
  type FlowchartNode,
  printFlowchart,
} from "../../../text/mermaid.ts";
import { escapeMarkdown, inlineCode, table } from "../../../text/markdown.ts";
import { matcherText } from "../../alertmanager/matcher-text.ts";
import { openTimes } from "../../../routing/open-times.ts";

/** A route, known by what it takes and whom it notifies: one more route before it changes neither. */
interface NamedRoute {
  readonly route: RouteModel;
  /** Of its node in a flowchart: `route_severity_critical_to_on_call`; of the root it is `root`. */
  readonly id: string;
  /** From the root down to the route itself. */
  readonly path: readonly RouteModel[];
  /** The id of the route above; undefined of the root. */
  readonly above: string | undefined;
}

/** All routes in the order in which they are tried, the root first. */
export function namedRoutes(root: RouteModel): NamedRoute[] {
  const found = routesFrom([root], undefined);
  const ids = flowchartIds(found.map(({ path }) => nameOf(path)));
  const idOf = new Map(found.map(({ path }, index) => [path, ids[index] ?? ""]));
  return found.map(({ route, path, above }) => ({
    route,
    id: idOf.get(path) ?? "",
    path,
    above: above && idOf.get(above),
  }));
}

interface FoundRoute {
  readonly route: RouteModel;
  /** One route may stand at several places; its path is made for each of them. */
  readonly path: readonly RouteModel[];
  readonly above: readonly RouteModel[] | undefined;
}

function routesFrom(path: readonly RouteModel[], above: readonly RouteModel[] | undefined): FoundRoute[] {
  const route = path.at(-1);
  if (!route) return [];
  const below = (route.routes ?? []).flatMap((child) => routesFrom([...path, child], path));
  return [{ route, path, above }, ...below];
}

function nameOf(path: readonly RouteModel[]): string {
  if (path.length === 1) return "root";
  const taken = path.slice(1).map((route) => matchersOfRoute(route).map(plainText).join(" ") || "anything");
  return `route ${taken.join(" then ")} to ${path.at(-1)?.receiver.name ?? ""}`;
}

/** What a route says itself. */
function matchersOfRoute({ match = {} }: RouteModel): AlertMatcher[] {
  return matchersOf(match);
}

function plainText({ label, op, value }: AlertMatcher): string {
  return `${label}${op}${value}`;
}

const columnsOfRoutes = [
  "matches",
  "notifies",
  "when",
  "grouped by",
  "group wait",
  "group interval",
  "repeat interval",
];

/** What each route sets or inherits, in the order they are tried; the root last, because it takes what no other does. */
export function routeTable({ routing }: PlatformModel): string {
  const [root, ...others] = namedRoutes(routing);
  const isOnly = others.length === 0;
  const rows = [...others, ...(root ? [root] : [])].map((one) =>
    row(one, settingsOf(routing, one.path), isOnly),
  );
  return table(columnsOfRoutes, rows);
}

function row(one: NamedRoute, settings: RouteSettings, isOnly: boolean): string[] {
  const { receiver, groupWaitMs, groupIntervalMs, repeatIntervalMs } = settings;
  return [
    taken(one, isOnly),
    escapeMarkdown(receiver.name),
    escapeMarkdown(openTimes(one.route) ?? "always"),
    groupWords(settings),
    formatDuration(groupWaitMs),
    formatDuration(groupIntervalMs),
    formatDuration(repeatIntervalMs),
  ];
}

/** A route below another one takes some of what that one takes: `team="a"`, of `service="shop"`. */
function taken({ route, path }: NamedRoute, isOnly: boolean): string {
  const what = path.slice(1).reverse().map(conditions).join(", of ");
  if (what === "") return isOnly ? "every alert" : "everything else";
  return route.continue === true ? `a copy of ${what}` : what;
}

function conditions(route: RouteModel): string {
  const matchers = matchersOfRoute(route).map((matcher) => inlineCode(matcherText(matcher)));
  return matchers.length === 0 ? "everything" : matchers.join(", ");
}

function groupWords({ groupBy }: RouteSettings): string {
  if (groupBy === "all") return "all labels";
  return groupBy.length === 0 ? "nothing: one group per route" : groupBy.map(inlineCode).join(", ");
}

/** The routing tree as a flowchart of Mermaid: from every alert over the routes to the receivers. */
export function routingPicture({ routing }: PlatformModel): string {
  const [root, ...others] = namedRoutes(routing);
  // What is named first is drawn first, and the root takes what is left over.
  const routes = [...others, ...(root ? [root] : [])];
  const notified = [...new Set(routes.map(({ route }) => route.receiver))];
  const receivers = withIds(notified.sort((a, b) => compareText(a.name, b.name)));
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
