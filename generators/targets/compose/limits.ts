import type { Container, ContainerName } from "../../language/compose.ts";

/** What a container may take of the machine, as compose writes it. */
export interface Limits {
  readonly cpus: number;
  readonly mem_limit: string;
  readonly memswap_limit: string;
  readonly pids_limit: number;
}

export function limitsOf(
  name: ContainerName,
  { cpus, memoryMiB, maxProcesses }: Pick<Container, "cpus" | "memoryMiB" | "maxProcesses">,
): Limits {
  return {
    cpus: cpus ?? usualCpus,
    mem_limit: `${memoryMiB}m`,
    // Memory and swap together, so no swap: a program that leaks ends at its limit, and does not slow down all others before.
    memswap_limit: `${memoryMiB}m`,
    pids_limit: maxProcesses ?? usualProcesses[name],
  };
}

/** One core: every machine has it, and docker refuses to start what may use more than there are. */
const usualCpus = 1;

/** A Go program has a thread for each core and for each file that it waits for, dozens at most. */
const goProgram = 256;

/** Linux counts threads as processes. Enough for a large machine; what forks without end is stopped before it has all of them. */
const usualProcesses: Readonly<Record<ContainerName, number>> = {
  // It waits for many files at once when it reads its blocks after a start.
  prometheus: 1024,
  alertmanager: goProgram,
  // Besides itself it runs a process for each plugin.
  grafana: 512,
  "node-exporter": goProgram,
  "blackbox-exporter": goProgram,
  "json-exporter": goProgram,
  filebeat: goProgram,
  // As many as it asks for itself: it does not start where its user may have fewer than 4096 threads.
  elasticsearch: 4096,
  // Node.js with its workers, and a browser of a few dozen processes when somebody prints a report.
  kibana: 512,
};

/** The image and its tag, and its digest where the definitions say it. */
export function imageOf({ image, digest }: Pick<Container, "image" | "digest">): string {
  return digest === undefined ? image : `${image}@${digest}`;
}
