import { runningContainers } from "../../../model/running-containers.ts";
import { parseFile } from "../../validation/parse-file.ts";
import { entriesAt, itemsAt, dataAt } from "../../validation/untyped-data.ts";
import { counted, type ValidationSubject } from "../../validation/subject.ts";
import type { OwnValidator } from "../../validation/validator.ts";
import { composeCommandMistakes } from "../validation/compose-command-mistakes.ts";
import { shellCommands } from "../validation/shell-commands.ts";

/** The guides: every command for compose fits the compose file, and every address that they fetch has a port on the machine. */
export const docsCommands: OwnValidator = {
  id: "docs-commands",
  what: "commands of the guides",
  by: "signalbox",
  covers: (path) => path.endsWith(".md"),
  validate(subject) {
    const { parse = parseFile } = subject;
    const { data } = parse("docker-compose.yml", subject.files["docker-compose.yml"] ?? "");
    const commands = subject.paths.flatMap((path) => commandsOf(path, subject, data));
    return {
      checked: counted(commands.length, "command"),
      findings: commands.flatMap(({ path, line, mistakes }) =>
        mistakes.map((message) => ({ path, line, message })),
      ),
    };
  },
};

interface CheckedCommand {
  readonly path: string;
  readonly line: number;
  readonly mistakes: readonly string[];
}

function commandsOf(path: string, { files, model }: ValidationSubject, compose: unknown): CheckedCommand[] {
  const text = files[path] ?? "";
  const ports = new Map<string, number>(
    runningContainers(model).map(({ name, port }) => [name, port] as const),
  );
  const published = publishedPorts(compose);
  return [
    ...shellCommands(text, "docker compose").map(({ line, words }) => ({
      path,
      line,
      mistakes: composeCommandMistakes(words, compose, (service) => ports.get(service)),
    })),
    ...(isOfAuthors(path) ? [] : shellCommands(text, "curl")).map(({ line, words }) => ({
      path,
      line,
      mistakes: [...words.join(" ").matchAll(/\/\/localhost:(\d+)/g)]
        .filter(([, port = ""]) => !published.has(port))
        .map(([, port]) => `no service publishes port ${port} on the host`),
    })),
  ];
}

/** The commands there ask the services that are monitored, which have ports of their own. */
function isOfAuthors(path: string): boolean {
  return /^docs\/(?:alerts|runbooks)\//.test(path);
}

function publishedPorts(compose: unknown): ReadonlySet<string> {
  const ports = entriesAt(compose, "services").flatMap(([, service]) => itemsAt(service, "ports"));
  return new Set(ports.map((port) => String(dataAt(port, "published"))));
}
