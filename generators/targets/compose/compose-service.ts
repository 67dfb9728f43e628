import type { Compose, ContainerName } from "../../language/compose.ts";
import type { SecretFile } from "../../language/secret.ts";
import { neededContainer } from "../../model/running-containers.ts";
import { imageOf, limitsOf } from "./limits.ts";
import { networkOf, type Network } from "./networks.ts";
import { hostProcesses, keptCapabilities, writableRoots, type ServiceName } from "./privileges.ts";

/** What is particular to a service; all else is the same for every one of them. */
export interface ServiceParts {
  /** The program whose image, port and limits it gets. */
  readonly container: ContainerName;
  /** Left out: that of the program. */
  readonly name?: ServiceName;
  /** False: no port, for a service that only runs once. */
  readonly listens?: boolean;
  /** Networks besides its own, with programs that it asks. */
  readonly alsoIn?: readonly Network[];
  /** Left out: what the image runs by itself. */
  readonly command?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly (string | object)[];
  readonly secrets?: readonly SecretFile[];
  readonly dependsOn?: Readonly<Record<string, "service_healthy" | "service_completed_successfully">>;
  /** Left out: none, for a service that only runs once. */
  readonly healthcheck?: Healthcheck;
  /** True: it may ask programs that run on the host itself. */
  readonly reachesHost?: boolean;
  /** Left out: it is started again unless somebody stopped it. */
  readonly restart?: "no";
  readonly user?: string;
  readonly hostname?: string;
  readonly tmpfs?: readonly string[];
  readonly stopGracePeriod?: string;
  /** Left out: that of the program. */
  readonly memoryMiB?: number;
}

export interface Healthcheck {
  readonly test: readonly string[];
  /** How long the program may take to start before a failure counts. */
  readonly start_period: string;
}

/** 30 MB a service: some days of what these programs write, and never a full disk. */
export const containerLogs = {
  driver: "json-file",
  options: { "max-size": "10m", "max-file": "3" },
} as const;

/** A service of the compose file, with its keys in the order that dclint asks for. */
export function composeService(deploy: Compose, parts: ServiceParts): object {
  const container = neededContainer(deploy, parts.container);
  const { port, hostPort, memoryMiB } = container;
  const name = parts.name ?? parts.container;
  const network = networkOf[parts.container];
  const limits = limitsOf(parts.container, { ...container, memoryMiB: parts.memoryMiB ?? memoryMiB });
  const published = parts.listens === false ? undefined : hostPort;
  return {
    image: imageOf(container),
    depends_on: parts.dependsOn && conditions(parts.dependsOn),
    volumes: parts.volumes,
    secrets: parts.secrets && parts.secrets.length > 0 ? secretNames(parts.secrets) : undefined,
    environment: parts.environment && literalValues(parts.environment),
    ports: published === undefined ? undefined : [onLoopback(port, published)],
    networks: [network, ...(parts.alsoIn ?? [])].sort(),
    extra_hosts: parts.reachesHost === true ? [`${deploy.hostAlias}:host-gateway`] : undefined,
    command: parts.command?.map(literal),
    entrypoint: parts.entrypoint,
    restart: parts.restart ?? "unless-stopped",
    healthcheck: parts.healthcheck && healthcheck(parts.healthcheck),
    logging: containerLogs,
    user: parts.user,
    cap_add: keptCapabilities[name]?.names,
    cap_drop: ["ALL"],
    cpus: limits.cpus,
    hostname: parts.hostname,
    mem_limit: limits.mem_limit,
    memswap_limit: limits.memswap_limit,
    pid: hostProcesses[name] === undefined ? undefined : "host",
    pids_limit: limits.pids_limit,
    profiles: network === "logs" ? ["logs"] : undefined,
    read_only: writableRoots[name] === undefined ? true : undefined,
    security_opt: ["no-new-privileges:true"],
    stop_grace_period: parts.stopGracePeriod,
    tmpfs: parts.tmpfs,
  };
}

function conditions(dependsOn: NonNullable<ServiceParts["dependsOn"]>): object {
  const sorted = Object.entries(dependsOn).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([service, condition]) => [service, { condition }]));
}

function secretNames(secrets: readonly SecretFile[]): string[] {
  return [...new Set(secrets.map(({ name }) => name))].sort();
}

/** Only the host itself reaches it: whoever wants it from outside puts a proxy with a login before it. */
function onLoopback(port: number, hostPort: number): object {
  return { target: port, published: String(hostPort), host_ip: "127.0.0.1", protocol: "tcp" };
}

function healthcheck({ test, start_period }: Healthcheck): object {
  // Three failures in a row, a minute and a half: a short peak of load does not make it unhealthy.
  return { test: test.map(literal), interval: "30s", timeout: "10s", retries: 3, start_period };
}

function literalValues(values: Readonly<Record<string, string>>): object {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, literal(value)]));
}

/** Compose fills in what is after a dollar sign; a doubled one is a dollar sign. */
function literal(text: string): string {
  return text.replaceAll("$", "$$$$");
}
