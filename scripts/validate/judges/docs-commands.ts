import { runningContainers } from "../../../generators/model/running-containers.ts";
import { composeCommandMistakes } from "../docs/compose-command-mistakes.ts";
import { shellCommands } from "../docs/shell-commands.ts";
import { counted, pathsFor, type LibraryJudge } from "../judge.ts";
import { parseFile } from "../../../generators/targets/validation/parse-file.ts";
import { problemsAt, type Finding } from "../../../generators/targets/validation/finding.ts";
import type { Subject } from "../subject.ts";
import { entriesAt, itemsAt, valueAt } from "../../../generators/targets/validation/untyped-data.ts";

/** The guides: every command for compose fits the compose file, and every address that is fetched has a port on the machine. */
export const docsCommands: LibraryJudge = {
  id: "docs-commands",
  what: "commands of the guides",
  library: "signalbox",
  isAbout: (path) => path.endsWith(".md"),
  async judge(subject) {
    const { files } = subject;
    const paths = pathsFor(docsCommands, subject);
    const { data } = parseFile("docker-compose.yml", files["docker-compose.yml"] ?? "");
    const judged = paths.flatMap((path) => commandsOf(path, subject, data));
    const complaints = judged.flatMap(({ path, line, mistakes }): Finding[] =>
      mistakes.map((message) => ({ path, line, message })),
    );
    return {
      judged: counted(judged.length, "command"),
      problems: problemsAt(docsCommands.id, complaints, files),
    };
  },
};

interface JudgedCommand {
  readonly path: string;
  readonly line: number;
  readonly mistakes: readonly string[];
}

function commandsOf(path: string, { files, model }: Subject, compose: unknown): JudgedCommand[] {
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
    ...shellCommands(text, "curl").map(({ line, words }) => ({
      path,
      line,
      mistakes: [...words.join(" ").matchAll(/\/\/localhost:(\d+)/g)]
        .filter(([, port = ""]) => !published.has(port))
        .map(([, port]) => `no service is open on port ${port} of the machine`),
    })),
  ];
}

function publishedPorts(compose: unknown): ReadonlySet<string> {
  const ports = entriesAt(compose, "services").flatMap(([, service]) => itemsAt(service, "ports"));
  return new Set(ports.map((port) => String(valueAt(port, "published"))));
}
