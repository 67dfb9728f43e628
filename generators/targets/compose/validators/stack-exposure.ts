import { runningContainers } from "../../../model/running-containers.ts";
import type { Files } from "../../../output.ts";
import type { FileFinding } from "../../validation/finding.ts";
import { parseFile } from "../../validation/parse-file.ts";
import { counted, type OwnSubject } from "../../validation/subject.ts";
import { dataAt, entriesAt, itemsAt, textAt } from "../../validation/untyped-data.ts";
import type { OwnValidator } from "../../validation/validator.ts";
import { composePath } from "./compose-config.ts";

/** What of the stack can be reached from where, and which program gets which secret: compose takes anything. */
export const stackExposure: OwnValidator = {
  id: "stack-exposure",
  what: "ports and secrets of the stack",
  by: "signalbox",
  covers: (path) => path === composePath,
  validate(subject) {
    const { parse = parseFile } = subject;
    const { data, lineOf } = parse(composePath, subject.files[composePath] ?? "");
    const services = entriesAt(data, "services");
    const mistakes = [
      ...services.flatMap(([name, service]) =>
        [...portMistakes(name, service, subject), ...secretMistakes(service, subject.files)].map(
          (message) => ({ name, message: `service "${name}" ${message}` }),
        ),
      ),
      ...secretFiles(data),
    ];
    return {
      checked: counted(services.length, "service"),
      findings: mistakes.map(({ name, message }): FileFinding => ({
        path: composePath,
        line: lineOf(["services", name]),
        place: subject.model.platform.deploy.place,
        message,
      })),
    };
  },
};

const loopback: ReadonlySet<string> = new Set(["127.0.0.1", "::1"]);

/** Published to the host alone, and as the definitions say. */
function portMistakes(name: string, service: unknown, { model }: OwnSubject): string[] {
  const container = runningContainers(model).find((one) => one.name === name);
  const ports = itemsAt(service, "ports").map((port) => ({
    host: textAt(port, "host_ip"),
    published: textAt(port, "published"),
    target: dataAt(port, "target"),
    text: typeof port === "string" ? port : undefined,
  }));
  const open = ports.filter(({ host, text }) => !loopback.has(host ?? text?.split(":")[0] ?? ""));
  const meant = container?.hostPort === undefined ? [] : [`${container.hostPort}:${container.port}`];
  const said = ports.map(({ published, target, text }) => text ?? `${published}:${String(target)}`);
  return [
    ...open.map(
      ({ published, text }) =>
        `publishes ${text ?? published} on every address of the machine, and only the machine itself may reach it`,
    ),
    ...(said.join() === meant.join()
      ? []
      : [`publishes ${listed(said)}, and the definitions say ${listed(meant)}`]),
  ];
}

function listed(ports: readonly string[]): string {
  return ports.length === 0 ? "no port" : ports.join(", ");
}

/** A secret is mounted where something reads it, and nowhere else. */
function secretMistakes(service: unknown, files: Files): string[] {
  const mounted = new Set(itemsAt(service, "secrets").map((one) => textAt(one, "source") ?? String(one)));
  const read = secretsReadBy(service, files);
  return [
    ...[...read]
      .filter((name) => !mounted.has(name))
      .map((name) => `reads /run/secrets/${name}, which is not mounted`),
    ...[...mounted]
      .filter((name) => !read.has(name))
      .map((name) => `gets the secret ${name}, which it does not read`),
  ];
}

function secretsReadBy(service: unknown, files: Files): ReadonlySet<string> {
  const folders = itemsAt(service, "volumes").flatMap((volume) => {
    const source = typeof volume === "string" ? volume.split(":")[0] : textAt(volume, "source");
    return source?.startsWith("./") ? [`${source.slice(2)}/`] : [];
  });
  const mounted = Object.entries(files).filter(([path]) => folders.some((folder) => path.startsWith(folder)));
  const texts = [JSON.stringify(service), ...mounted.map(([, text]) => text)];
  return new Set(
    texts.flatMap((text) => [...text.matchAll(/\/run\/secrets\/([\w.-]+)/g)].map(([, name = ""]) => name)),
  );
}

/** Each secret comes from the file of its name beside the compose file. */
function secretFiles(data: unknown): { readonly name: string; readonly message: string }[] {
  return entriesAt(data, "secrets").flatMap(([name, secret]) =>
    textAt(secret, "file") === `./secrets/${name}`
      ? []
      : [{ name, message: `the secret ${name} does not come from ./secrets/${name}` }],
  );
}
