import type { During } from "../../generators/compile.ts";
import { textTable } from "../simulate/text-table.ts";

/** How long the phases of a run take. */
export interface Timings {
  readonly during: During;
  /** A table of them, in milliseconds, in the order in which they began. */
  readonly table: () => string;
}

interface Spent {
  cpuMs: number;
  wallMs: number;
}

/**
 * Watches the phases of this process from its start. What happens within another phase counts for the inner one alone; what happens
 * outside of all is starting, loading the definitions, and waiting for the TypeScript compiler, which is a process of its own.
 */
export function timingsFromStart(): Timings {
  const phases = new Map<string, Spent>();
  let current = "start, load, type check";
  let last: Spent = { cpuMs: 0, wallMs: 0 };
  const switchTo = (next: string) => {
    const now = spentByNow();
    const spent = phases.get(current) ?? { cpuMs: 0, wallMs: 0 };
    spent.cpuMs += now.cpuMs - last.cpuMs;
    spent.wallMs += now.wallMs - last.wallMs;
    phases.set(current, spent);
    [current, last] = [next, now];
  };
  return {
    during(phase, work) {
      const outer = current;
      switchTo(phase);
      try {
        return work();
      } finally {
        switchTo(outer);
      }
    },
    table() {
      switchTo(current);
      return `${textTable([["phase", "CPU ms", "ms"], ...[...phases].map(row)])}\n`;
    },
  };
}

function row([phase, { cpuMs, wallMs }]: readonly [string, Spent]): string[] {
  return [phase, String(Math.round(cpuMs)), String(Math.round(wallMs))];
}

function spentByNow(): Spent {
  const { user, system } = process.cpuUsage();
  return { cpuMs: (user + system) / 1000, wallMs: performance.now() };
}
