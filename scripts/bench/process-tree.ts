import { readdirSync, readFileSync } from "node:fs";

/** How often the memory of a running command is looked at. Linux keeps the peak of each process, so that only its last moments count. */
export const lookEveryMs = 20;

const mebibyte = 1024;

/**
 * The highest memory that a single process below this one, or itself, has had so far, in MiB. Undefined where the system does
 * not say it: only Linux has /proc.
 */
export function peakBelow(pid: number): number | undefined {
  const own = peakOf(pid);
  const below = childrenOf(pid).map(peakBelow);
  const known = [own, ...below].filter((peak) => peak !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

function peakOf(pid: number): number | undefined {
  const [, kibibytes] = /^VmHWM:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`)) ?? [];
  return kibibytes === undefined ? undefined : Number(kibibytes) / mebibyte;
}

/** A process may start others from any of its threads. */
function childrenOf(pid: number): number[] {
  return threadsOf(pid)
    .flatMap((thread) => read(`/proc/${pid}/task/${thread}/children`).split(" "))
    .filter((child) => child.trim() !== "")
    .map(Number);
}

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

/** Empty where a process has just ended. */
function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
