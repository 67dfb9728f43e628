import { cpuTimeOf } from "../tools/cpu-time.ts";
import { CpuLimitError } from "../tools/run-tool.ts";

/** All that an Alertmanager is asked at most takes it three seconds. */
const usual = { cpuLimitMs: 60_000, lookEveryMs: 1000 };

/** What is asked of a program, unless that takes too much of a processor's time. */
export async function boundedBy<T>(
  { pid, name }: { readonly pid: number; readonly name: string },
  asked: Promise<T>,
  { cpuLimitMs, lookEveryMs } = usual,
): Promise<T> {
  let looking: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    looking = setInterval(() => {
      if ((cpuTimeOf(pid) ?? 0) > cpuLimitMs) reject(new CpuLimitError(name, cpuLimitMs));
    }, lookEveryMs);
  });
  try {
    return await Promise.race([asked, over]);
  } finally {
    clearInterval(looking);
  }
}
