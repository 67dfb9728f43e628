import { type Check, type Finding, suppressing } from "../../check.ts";
import type { ContainerName } from "../../language/compose.ts";
import type { DeclaredPart, Model } from "../../model/model.ts";
import { isStoredHere } from "../../model/log-shipping.ts";
import { logSources, needingMail, usingContainer, type OptionalContainer } from "../../model/needs.ts";
import { secretsIn } from "../../model/secrets-in.ts";

const id = "declared-parts-are-used";

/** What the platform declares is used by something: a program that has nothing to do is one more to update and to watch. */
export const declaredPartsAreUsed: Check = {
  id,
  why: "A program that has nothing to do must still be updated, monitored and secured. Remove what is declared and not used, or say why it stays.",
  source: "https://sre.google/sre-book/simplicity/",
  wrong: `
export const deploy = compose({
  ...stack,
  containers: {
    ...stack.containers,
    "blackbox-exporter": { image: "prom/blackbox-exporter:v0.28.0", port: 9115, memoryMiB: 32 },
  },
});
`,
  right: `
export const deploy = compose({
  ...stack,
  containers: {
    ...stack.containers,
    "blackbox-exporter": { image: "prom/blackbox-exporter:v0.28.0", port: 9115, memoryMiB: 32 },
  },
});
export const page = probe("shop-page", {
  description: "The shop's page.",
  module: probeModule("http_2xx", { description: "Any 2xx.", timeout: "5s" }),
  targets: ["https://shop.internal"],
});
`,
  isAboutUse: true,
  *find(model: Model): Iterable<Finding> {
    for (const part of model.declaredParts) {
      const unused = whyUnused(part, model);
      if (unused === undefined) continue;
      yield {
        definition: part,
        message: unused,
        fix: `remove it, or ${suppressing(id)} ${whereToAllow[part.kind]}`,
      };
    }
  },
};

const whereToAllow: Readonly<Record<DeclaredPart["kind"], string>> = {
  container: "beside its image",
  mail: "in mail",
  logs: "in logs",
  secret: "after its purpose, in braces",
};

/** Undefined: something uses it. */
function whyUnused(part: DeclaredPart, model: Model): string | undefined {
  switch (part.kind) {
    case "container": {
      const { name } = part;
      if (!isOptional(name) || usingContainer[name](model).length > 0) return undefined;
      return `nothing uses the container "${name}": ${whatIsMissing[name](model)}`;
    }
    case "mail":
      return needingMail(model).length > 0
        ? undefined
        : "the platform has a mail server, but no receiver sends e-mail";
    case "logs":
      return logSources(model).length > 0
        ? undefined
        : "the platform has logs, but no service has a log source";
    case "secret":
      return usedSecrets(model).has(part.name) ? undefined : `nothing reads the secret "${part.name}"`;
  }
}

function isOptional(name: ContainerName): name is OptionalContainer {
  return Object.hasOwn(usingContainer, name);
}

const whatIsMissing: Readonly<Record<OptionalContainer, (model: Model) => string>> = {
  "node-exporter": () => "no job scrapes it",
  "blackbox-exporter": () => "no service has a probe",
  "json-exporter": () => "no service has a JSON endpoint",
  filebeat: noLogSource,
  elasticsearch: whyNotStored,
  kibana: whyNotStored,
};

function noLogSource(): string {
  return "no service has a log source";
}

function whyNotStored({ platform: { logs } }: Model): string {
  return logs && !isStoredHere(logs) ? `log lines go to ${(logs.hosts ?? []).join(", ")}` : noLogSource();
}

/** By name: those that some definition says, besides the list of all secrets. */
function usedSecrets({ platform: { secrets: _listed, ...platform }, jobs }: Model): ReadonlySet<string> {
  return new Set(secretsIn([platform, jobs]).map(({ name }) => name));
}
