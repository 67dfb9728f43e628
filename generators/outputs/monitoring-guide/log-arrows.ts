import type { Model } from "../../model/model.ts";
import { shipsLogs, storesLogs } from "../compose/log-stack.ts";
import { containerStation, serviceStation, type Arrow, type Station } from "./station.ts";

/** From the services' log files to where they are searched. */
export function logArrows(model: Model): Arrow[] {
  if (!shipsLogs(model)) return [];
  const withLogs = new Set(model.logs.map(({ service }) => service));
  const filebeat = containerStation("filebeat");
  const elasticsearch = containerStation("elasticsearch");
  const read = model.services
    .filter(({ name }) => withLogs.has(name))
    .map((service) => ({ from: serviceStation(service), to: filebeat, words: ["log files"] }));
  if (!storesLogs(model)) return [...read, { from: filebeat, to: logstash(model), words: ["log lines"] }];
  return [
    ...read,
    { from: filebeat, to: elasticsearch, words: ["log lines"] },
    { from: elasticsearch, to: containerStation("kibana"), words: ["log lines"] },
  ];
}

function logstash({ platform: { stack } }: Model): Station {
  return { key: "logstash", shape: "round", lines: ["Logstash", ...(stack.logs.logstashHosts ?? [])] };
}
