import { entriesAt, itemsAt, textAt, dataAt } from "../validation/untyped-data.ts";

/**
 * What compose itself lets through: the same port of the host twice, folders of out/ that do not exist, a wait for the
 * health of a service that has no health check, an unknown restart policy.
 *
 * @param config the file as `docker-compose config --format json` prints it, with absolute paths
 * @param paths what is in out/, with `/`
 */
export function composeMistakes(config: unknown, outFolder: string, paths: readonly string[]): string[] {
  const services = entriesAt(config, "services");
  return [
    ...portClashes(services),
    ...services.flatMap(([name, service]) =>
      [
        ...missingMounts(service, outFolder, paths).map((path) => `mounts ./${path}, which is not in out/`),
        ...waitsInVain(service, config),
        ...unknownRestart(service),
      ].map((mistake) => `service "${name}" ${mistake}`),
    ),
  ];
}

type Services = readonly (readonly [string, unknown])[];

function portClashes(services: Services): string[] {
  const users = new Map<string, string[]>();
  for (const [name, service] of services) {
    for (const port of itemsAt(service, "ports")) {
      const published = textAt(port, "published");
      if (published === undefined) continue;
      const key = `${published}/${textAt(port, "protocol") ?? "tcp"}`;
      users.set(key, [...(users.get(key) ?? []), name]);
    }
  }
  return [...users]
    .filter(([, names]) => names.length > 1)
    .map(([port, names]) => `port ${port} of the host is published by ${names.join(" and ")}`);
}

function missingMounts(service: unknown, outFolder: string, paths: readonly string[]): string[] {
  const sources = itemsAt(service, "volumes").flatMap((volume) =>
    textAt(volume, "type") === "bind" ? (textAt(volume, "source") ?? []) : [],
  );
  const start = `${withSlashes(outFolder)}/`;
  const inside = sources
    .map(withSlashes)
    .filter((source) => source.startsWith(start) && source !== start)
    .map((source) => source.slice(start.length));
  return inside.filter((path) => !paths.some((file) => file === path || file.startsWith(`${path}/`)));
}

function withSlashes(path: string): string {
  return path.replaceAll("\\", "/");
}

function waitsInVain(service: unknown, config: unknown): string[] {
  const awaited = entriesAt(service, "depends_on").filter(
    ([, dependency]) => textAt(dependency, "condition") === "service_healthy",
  );
  return awaited
    .filter(([name]) => dataAt(config, "services", name, "healthcheck") === undefined)
    .map(([name]) => `waits for the health of "${name}", which has no health check`);
}

function unknownRestart(service: unknown): string[] {
  const restart = textAt(service, "restart") ?? "no";
  return /^(?:no|always|unless-stopped|on-failure(?::\d+)?)$/.test(restart)
    ? []
    : [`has restart: ${restart}, which is not a restart policy`];
}
