import { runningContainers } from "../../../model/running-containers.ts";
import type { Model } from "../../../model/model.ts";
import type { FileFinding } from "../../validation/finding.ts";
import { parseFile } from "../../validation/parse-file.ts";
import { counted } from "../../validation/subject.ts";
import { dataAt, entriesAt, itemsAt, textAt } from "../../validation/untyped-data.ts";
import type { OwnValidator } from "../../validation/validator.ts";
import { composePath } from "./compose-config.ts";
import { mistakesOfLimits } from "../limit-mistakes.ts";
import { hostProcesses, keptCapabilities, writableRoots } from "../privileges.ts";

/** Every service by what the CIS Docker Benchmark asks of a container at run time: compose takes anything. */
export const stackHardening: OwnValidator = {
  id: "stack-hardening",
  what: "limits and privileges of the stack",
  by: "signalbox",
  covers: (path) => path === composePath,
  validate({ files, model, parse = parseFile }) {
    const { data, lineOf } = parse(composePath, files[composePath] ?? "");
    const services = entriesAt(data, "services");
    return {
      checked: counted(services.length, "service"),
      findings: services.flatMap(([name, service]) =>
        mistakesIn(name, service, model).map((message): FileFinding => ({
          path: composePath,
          line: lineOf(["services", name]),
          place: model.platform.deploy.place,
          message: `service "${name}" ${message}`,
        })),
      ),
    };
  },
};

function mistakesIn(name: string, service: unknown, model: Model): string[] {
  return [
    ...mistakesOfLimits(name, service, runningContainers(model)),
    ...root(name, service),
    ...capabilities(name, service),
    ...borders(name, service),
  ];
}

/** A program that was taken over can neither change itself nor become more. */
function root(name: string, service: unknown): string[] {
  const isReadOnly = dataAt(service, "read_only") === true;
  const why = reasonFor(name, writableRoots);
  return [
    ...(isReadOnly || why !== undefined
      ? []
      : ["writes into its root filesystem, and no reason is known for it"]),
    ...(itemsAt(service, "security_opt").includes("no-new-privileges:true")
      ? []
      : ["may gain privileges: security_opt has no no-new-privileges:true"]),
    ...(dataAt(service, "privileged") === true ? ["is privileged"] : []),
  ];
}

function capabilities(name: string, service: unknown): string[] {
  const may: readonly unknown[] = reasonFor(name, keptCapabilities)?.names ?? [];
  return [
    ...(itemsAt(service, "cap_drop").includes("ALL") ? [] : ["keeps capabilities that it does not need"]),
    ...itemsAt(service, "cap_add")
      .filter((capability) => !may.includes(capability))
      .map((capability) => `has the capability ${String(capability)}, and no reason is known for it`),
  ];
}

/** What would let it out of its container. */
function borders(name: string, service: unknown): string[] {
  const ofHost = ["network_mode", "ipc", "uts", "userns_mode", "pid"].filter(
    (key) =>
      textAt(service, key) === "host" && (key !== "pid" || reasonFor(name, hostProcesses) === undefined),
  );
  const sources = itemsAt(service, "volumes").map((volume) => textAt(volume, "source") ?? String(volume));
  return [
    ...ofHost.map((key) => `has ${key}: host, and no reason is known for it`),
    ...(sources.some((source) => source.includes("docker.sock"))
      ? ["mounts the socket of docker, with which it is master of the machine"]
      : []),
  ];
}

function reasonFor<Reason>(name: string, reasons: Readonly<Record<string, Reason>>): Reason | undefined {
  return Object.hasOwn(reasons, name) ? reasons[name] : undefined;
}
