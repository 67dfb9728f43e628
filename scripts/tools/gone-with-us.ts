import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { callOff } from "../start/goes-with-us.cjs";

// What must not outlive this process, however it dies: only the other end of a pipe notices a SIGKILL. What a program writes while it
// is being ended may make its folder anew: in five seconds it has ended.
const watch = `programs=" "; folder=; stage=
while read -r what which; do
  case $what in
    starts) programs="$programs$which " ;;
    ended) programs="\${programs%% $which *} \${programs#* $which }" ;;
    folder) folder=$which ;;
    writes) stage=$which ;;
    written) stage= ;;
  esac
done
for program in $programs; do kill -KILL "$program"; done
[ -z "$stage" ] || find "$stage" -name ".*.\${0##*-}.signalbox-new" -exec rm -f {} +
[ -z "$folder" ] || for try in 1 2 3 4 5; do rm -rf "$folder"; sleep 1; done`;

/** What has to be told when, to whoever is left when this process dies. */
interface Watch {
  readonly tell: (what: "starts" | "ended" | "folder" | "writes" | "written", which?: string) => void;
  readonly callOff: () => void;
}

let watching: Watch | undefined;
let folder: string | undefined;
const running = new Set<number>();

/** One for all of this process: to start it takes as long as all that it is told. */
function theWatch(): Watch {
  return (watching ??= startWatch());
}

function startWatch(): Watch {
  // In a group of its own, so that an interrupt from the keyboard does not end it first.
  const shell = spawn("sh", ["-c", watch, `signalbox-${process.pid}`], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  // Without a shell nobody cleans up after a SIGKILL, and all else is as it was.
  shell.on("error", () => undefined);
  shell.stdin.on("error", () => undefined);
  shell.unref();
  if (shell.stdin instanceof Socket) shell.stdin.unref();
  process.once("exit", leaveNothing);
  return {
    tell: (what, which = "") => void shell.stdin.write(`${what} ${which}\n`),
    callOff: () => callOff(shell),
  };
}

/** At an end that is known there is no need to wait for anybody, unless a program still runs. */
function leaveNothing(): void {
  if (running.size > 0) return;
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  watching?.callOff();
}

/** The folder of this process for what other programs read and write; it goes with it. */
export function ourFolder(): string {
  if (folder !== undefined) return folder;
  const { tell } = theWatch();
  // Told before it is there: whoever ends this process in between leaves nothing, however quick.
  folder = join(tmpdir(), `signalbox-${randomBytes(6).toString("hex")}`);
  tell("folder", folder);
  mkdirSync(folder, { mode: 0o700 });
  return folder;
}

/** Starts a program that is ended when this process dies before it does. */
export function startedWithUs<Program extends ChildProcess>(start: () => Program): Program {
  const { tell } = theWatch();
  const program = start();
  const { pid } = program;
  // It could not be started.
  if (pid === undefined) return program;
  running.add(pid);
  tell("starts", String(pid));
  program.once("exit", () => {
    running.delete(pid);
    tell("ended", String(pid));
  });
  return program;
}

/**
 * Of a build that dies, no text stays that waits beside its place.
 *
 * @returns says that none waits any more
 */
export function waitsWithUs(out: string): () => void {
  theWatch().tell("writes", out);
  return () => theWatch().tell("written");
}
