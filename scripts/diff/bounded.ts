import { cpuTimeOf } from "../tools/cpu-time.ts";
import { CpuLimitError } from "../tools/run-tool.ts";

/** Ten thousand pairs of alerts and three thousand notifications take four. */
const cpuLimitMs = 60_000;
const lookEveryMs = 1000;

/** What is asked of a program, unless that takes too much of a processor's time. */
export async function boundedBy<T>(pid: number, asked: Promise<T>): Promise<T> {
  let looking: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    looking = setInterval(() => {
      if ((cpuTimeOf(pid) ?? 0) > cpuLimitMs) reject(new CpuLimitError("alertmanager", cpuLimitMs));
    }, lookEveryMs);
  });
  try {
    return await Promise.race([asked, over]);
  } finally {
    clearInterval(looking);
  }
}
