import { spawn } from "node:child_process";
import { callOff } from "../start/goes-with-us.cjs";

/**
 * Has a line of shell run when this process dies, however it dies: only the other end of a pipe notices a SIGKILL. The shell is in a group
 * of its own, so that an interrupt from the keyboard does not end it first.
 *
 * @param line with `$0` for the word
 * @returns calls it off
 */
export function whenWeDie(line: string, word: string): () => void {
  const shell = spawn("sh", ["-c", `read -r _; ${line}`, word], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  // Without a shell nobody cleans up after a SIGKILL, and all else is as it was.
  shell.on("error", () => undefined);
  return () => callOff(shell);
}
