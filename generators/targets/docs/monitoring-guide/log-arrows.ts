import type { Logs } from "../../../language/logs.ts";
import type { Model } from "../../../model/model.ts";
import { isStoredHere, shippedLogs } from "../../../model/log-shipping.ts";
import { containerStation, serviceStation, type Arrow, type Station } from "./station.ts";

/** From the services' log files to where they are searched. */
export function logArrows(model: Model): Arrow[] {
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
