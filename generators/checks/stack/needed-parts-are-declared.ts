import type { Check, Finding } from "../../check.ts";
import type { ContainerName } from "../../language/compose.ts";
import type { Model } from "../../model/model.ts";
import {
  logSources,
  needingContainer,
  needingMail,
  type Needing,
  type ServingContainer,
} from "../../model/needs.ts";
import { containerNames } from "../../model/running-containers.ts";
import { containerToAdd } from "../reading/container-to-add.ts";

/**
 * What a definition does not work without is declared: the mail server of a receiver by e-mail, the program that probes.
 *
 * It is reported at the first definition that needs it, and cannot be suppressed: the files would refer to something that is missing. A job
 * that scrapes a program by its name is reported by `targets-are-in-the-stack`.
 */
export const neededPartsAreDeclared: Check = {
  id: "needed-parts-are-declared",
  why: "Prometheus probes through blackbox_exporter, and Alertmanager sends e-mail through a mail server. Without them the configuration loads, and every probe or notification fails.",
  source: "https://github.com/prometheus/blackbox_exporter",
  wrong: `
export const page = probe("shop-page", {
  description: "The shop's page.",
  module: probeModule("http_2xx", { description: "Any 2xx.", timeout: "5s" }),
  targets: ["https://shop.internal"],
});
`,
  right: `
export const page = probe("shop-page", {
  description: "The shop's page.",
  module: probeModule("http_2xx", { description: "Any 2xx.", timeout: "5s" }),
  targets: ["https://shop.internal"],
});
export const deploy = compose({
  ...stack,
  containers: {
    ...stack.containers,
    "blackbox-exporter": { image: "prom/blackbox-exporter:v0.28.0", port: 9115, memoryMiB: 32 },
  },
});
`,
  suppressible: false,
  *find(model: Model): Iterable<Finding> {
    const { mail, logs, deploy, place } = model.platform;
    const there = `${place.file}:${place.line}`;
    if (!mail) {
      const message = "sends e-mail, but the platform has no mail server";
      yield* missing(needingMail(model), message, `add at ${there}: ${mailToAdd}`);
    }
    if (!logs) {
      const message = "has nowhere to send its lines: the platform has no logs";
      yield* missing(logSources(model), message, `add at ${there}: ${logsToAdd}`);
    }
    for (const name of containerNames.filter(serves)) {
      if (deploy.containers[name]) continue;
      const message = `needs ${name}, which is not among the containers`;
      yield* missing(needingContainer[name](model), message, containerToAdd(name, deploy));
    }
  },
};

const mailToAdd =
  'mail: { smarthost: "host:587", from: "alerts@…", user: "…", password: secretFile("smtp_password", "…") }';
const logsToAdd =
  'logs: { output: "elasticsearch", indexPrefix: "logs", user: "elastic", password: secretFile("elasticsearch_password", "…"), ' +
  'keepDays: 30, timeZone: "Europe/Berlin" }, or logs: { output: "logstash", hosts: ["host:5044"], timeZone: "Europe/Berlin" }';

function serves(name: ContainerName): name is ServingContainer {
  return Object.hasOwn(needingContainer, name);
}

/** Ten probes without their exporter are one mistake. */
function* missing(needing: readonly Needing[], message: string, fix: string): Iterable<Finding> {
  const [first, ...others] = needing;
  if (!first) return;
  const more = others.length === 0 ? "" : `; the same for ${others.length} more`;
  yield { definition: { place: first.place }, message: `${first.what} ${message}${more}`, fix };
}
