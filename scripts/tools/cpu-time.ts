import { readFileSync } from "node:fs";
import { execFileSync } from "node:child_process";

/** Of what Linux counts processor time in; the same on every machine that anybody has. */
const ticksPerSecond = 100;

/** How much of a processor's time a program has taken so far, in milliseconds; undefined where nobody says, as when it has ended. */
export function cpuTimeOf(pid: number): number | undefined {
  return process.platform === "linux" ? cpuTimeInProc(pid) : cpuTimeFromPs(pid);
}

function cpuTimeInProc(pid: number): number | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The name of the program, in brackets, may have spaces in it.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    // Its own time in user and in system mode, then that of the children for which it has waited.
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return (ticks * 1000) / ticksPerSecond;
  } catch {
    return undefined;
  }
}

function cpuTimeFromPs(pid: number): number | undefined {
  try {
    const text = execFileSync("ps", ["-o", "time=", "-p", String(pid)], { encoding: "utf8" });
    return msInPsTime(text);
  } catch {
    return undefined;
  }
}

/** `1:02.35` of macOS, `00:01:02` and `1-00:01:02` of others. */
export function msInPsTime(text: string): number | undefined {
  const found = /^(?:(\d+)-)?(?:(\d+):)?(\d+):(\d+(?:\.\d+)?)$/.exec(text.trim());
  if (!found) return undefined;
  const [, days = "0", hours = "0", minutes = "0", seconds = "0"] = found;
  return (((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}
