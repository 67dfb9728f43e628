import { serviceNamed } from "../../model/lookups.ts";
import type { ContainerName } from "../../language/compose.ts";
import type { Logs } from "../../language/logs.ts";
import type { Receiver } from "../../language/routing.ts";
import type { JobModel } from "../../jobs/index.ts";
import type { TargetModel } from "../../jobs/job.ts";
import { exporterOf } from "../../jobs/of-jobs.ts";
import { isStoredHere, shippedLogs } from "../../model/log-shipping.ts";
import type { Model, ServiceModel } from "../../model/model.ts";
import { compareText } from "../../text/order.ts";
import { runningContainers } from "../../model/running-containers.ts";
import { notifierLabels } from "../../notifiers/of-receivers.ts";
import { flowchartIds, type FlowchartEdge, type FlowchartNode, printFlowchart } from "../../text/mermaid.ts";
import { namedRoutes } from "./routing-table/routes.ts";

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
  const byEnds = new Map<string, Arrow>();
  for (const arrow of arrows) {
    const ends = `${arrow.from.key} ${arrow.to.key}`;
    const earlier = byEnds.get(ends);
    byEnds.set(ends, { ...arrow, words: [...new Set([...(earlier?.words ?? []), ...arrow.words])] });
  }
  return [...byEnds.values()];
}

/** Something in the picture of the architecture, known by its key. */
interface Station extends Pick<FlowchartNode, "shape" | "lines"> {
  readonly key: string;
}

/** The way that data goes, with the words that stand on it. */
interface Arrow {
  readonly from: Station;
  readonly to: Station;
  readonly words: readonly string[];
}

/** A program of the stack. */
function containerStation(name: ContainerName): Station {
  return { key: `container ${name}`, shape: "box", lines: [name] };
}

/** A service that is monitored. */
function serviceStation({ name, title }: Pick<ServiceModel, "name" | "title">): Station {
  return { key: `service ${name}`, shape: "round", lines: [title] };
}

const machine: Station = { key: "machine", shape: "round", lines: ["the machine"] };
const prometheus = containerStation("prometheus");

/** What Prometheus fetches, with the names of the jobs, and through which exporter. */
function jobArrows(model: Model): Arrow[] {
  const arrows = model.jobs.flatMap((job) => arrowsOf(job, model));
  const measures = arrows.some(({ from }) => from.key === containerStation("node-exporter").key);
  return measures ? [{ from: machine, to: containerStation("node-exporter"), words: [] }, ...arrows] : arrows;
}

function arrowsOf(job: JobModel, model: Model): Arrow[] {
  const words = [job.name];
  const sources = job.targets.map((target) => sourceOf(target, job, model));
  const through = exporterOf(job);
  if (!through) return sources.map((from) => ({ from, to: prometheus, words }));
  const exporter = containerStation(through);
  const asked = sources.map((from) => ({ from, to: exporter, words }));
  return asked.length === 0 ? [] : [...asked, { from: exporter, to: prometheus, words }];
}

/** A program of the stack when the address is its name, else the service itself. */
function sourceOf({ address }: TargetModel, { service }: JobModel, model: Model): Station {
  const host = address.replace(/^https?:\/\//, "").split(/[:/?#]/)[0];
  const container = runningContainers(model).find(({ name }) => name === host);
  if (container) return containerStation(container.name);
  return serviceStation(serviceNamed(model, service) ?? { name: service, title: service });
}

/** From Prometheus to people: the receivers that some route leads to, and Grafana, which asks both programs. */
function tellingArrows({ platform }: Pick<Model, "platform">): Arrow[] {
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

/** From the services' log files to where they are searched. */
function logArrows(model: Model): Arrow[] {
  const logs = shippedLogs(model);
  if (!logs) return [];
  const withLogs = new Set(model.logs.map(({ service }) => service));
  const filebeat = containerStation("filebeat");
  const read = model.services
    .filter(({ name }) => withLogs.has(name))
    .map((service) => ({ from: serviceStation(service), to: filebeat, words: ["log files"] }));
  if (!isStoredHere(logs)) return [...read, { from: filebeat, to: elsewhere(logs), words: ["log lines"] }];
  const elasticsearch = containerStation("elasticsearch");
  return [
    ...read,
    { from: filebeat, to: elasticsearch, words: ["log lines"] },
    { from: elasticsearch, to: containerStation("kibana"), words: ["log lines"] },
  ];
}

const titles: Readonly<Record<Logs["output"], string>> = {
  elasticsearch: "Elasticsearch",
  logstash: "Logstash",
};

function elsewhere({ output, hosts = [] }: Logs): Station {
  return { key: output, shape: "round", lines: [titles[output], ...hosts] };
}
