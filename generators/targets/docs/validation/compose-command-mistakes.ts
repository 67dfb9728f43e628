import { entriesAt, itemsAt, textAt, dataAt } from "../../validation/untyped-data.ts";

/** Options of compose's commands that are followed by a value. */
const optionsWithValue = ["--profile", "-s", "--signal", "--since", "--tail", "-n", "--format", "-u", "-e"];

const commands = ["config", "cp", "create", "down", "exec", "kill", "logs", "ps", "pull", "restart", "start"];
const known = [...commands, "stop", "top", "up"];

/**
 * Why a `docker compose` command cannot work with this compose file: a service or profile that it does not have, a program
 * that need not be in the container's image, an address at which nothing listens there.
 *
 * @param words from `docker` on
 * @param compose the data of docker-compose.yml
 * @param portOf where the program of a service listens inside of its container
 */
export function composeCommandMistakes(
  words: readonly string[],
  compose: unknown,
  portOf: (service: string) => number | undefined,
): string[] {
  const { command, names, profiles } = readCommand(words.slice(2));
  if (command === undefined) return [];
  if (!known.includes(command)) return [`docker compose has no command "${command}"`];
  const [service = "", program] = names;
  return [
    ...profiles
      .filter((name) => !profilesOf(compose).has(name))
      .map((name) => `no service has the profile "${name}"`),
    ...(command === "exec" ? [service] : names)
      .filter((name) => dataAt(compose, "services", name) === undefined)
      .map((name) => `docker-compose.yml has no service "${name}"`),
    ...(command === "exec" ? execMistakes(service, program, words, compose, portOf) : []),
  ];
}

function readCommand(words: readonly string[]) {
  const profiles: string[] = [];
  const names: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    if (word === "--profile") profiles.push(words[index + 1] ?? "");
    if (optionsWithValue.includes(word)) index += 1;
    else if (!word.startsWith("-")) names.push(word);
    // What follows is for the program in the container.
    if (names[0] === "exec" && names.length === 3) break;
  }
  const [command, ...rest] = names;
  return { command, names: rest, profiles };
}

function profilesOf(compose: unknown): ReadonlySet<unknown> {
  return new Set(entriesAt(compose, "services").flatMap(([, service]) => itemsAt(service, "profiles")));
}

/** What the compose file itself starts in a container is surely in its image. */
function execMistakes(
  service: string,
  program: string | undefined,
  words: readonly string[],
  compose: unknown,
  portOf: (service: string) => number | undefined,
): string[] {
  if (program === undefined) return [`docker compose exec ${service} names no program to run`];
  const container = dataAt(compose, "services", service);
  const starts = [
    ...itemsAt(container, "healthcheck", "test"),
    ...itemsAt(container, "entrypoint"),
    ...(textAt(container, "healthcheck", "test") ?? "").split(" "),
  ].map((word) => String(word).replace(/^.*\//, ""));
  const ports = [...words.join(" ").matchAll(/(?:127\.0\.0\.1|localhost):(\d+)/g)].map(([, port]) =>
    Number(port),
  );
  return [
    ...(starts.includes(program)
      ? []
      : [`nothing in docker-compose.yml shows that "${program}" is in the image of "${service}"`]),
    ...ports
      .filter((port) => port !== portOf(service))
      .map((port) => `"${service}" does not listen on port ${port} in its container`),
  ];
}
