// What keeps the project "unit" free of tools and of the network; "unit-project.ts" puts it up.
import childProcess from "node:child_process";
import { existsSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
import { tmpdir } from "node:os";
import { basename, isAbsolute, resolve, sep } from "node:path";
import { promisify } from "node:util";
import { knownTools } from "../scripts/tools/known-tools.ts";

/** What a test asked for that the project "unit" does not give, since somebody looked last. */
let refused: string[] = [];

/** Notes that a test asked for it, so that the test fails even where the code goes on without; the error says why. */
export function refuse(what: string): Error {
  const message = `this test ${what}, so it belongs to the project "tools": name its file *.tools.test.ts`;
  refused.push(message);
  return new Error(message);
}

/** What was refused, once. */
export function takeRefused(): readonly string[] {
  const taken = refused;
  refused = [];
  return taken;
}

const programs = new Set([
  ...Object.values(knownTools).flatMap((tool) => tool.programs),
  // What tools are fetched with.
  ...["apt-get", "apt-cache", "go"],
]);

/** A program that a test wrote itself is none of the tools, whatever its name, and neither is a path that leads nowhere. */
const isOfTest = (program: string): boolean =>
  isAbsolute(program) && (!existsSync(program) || program.startsWith(`${resolve(tmpdir())}${sep}`));

function refuseTools(args: readonly unknown[]): void {
  const [command] = args;
  if (typeof command !== "string") return;
  const [program = ""] = command.split(" ");
  const name = basename(program);
  if (programs.has(name) && !isOfTest(program)) throw refuse(`starts ${name}`);
}

/** The host of the arguments of `connect`, in any of its forms; undefined for a socket of this machine. */
function hostOf(args: readonly unknown[]): string | undefined {
  const [first, second] = args.flat();
  if (typeof first === "object" && first !== null) {
    if ("path" in first && typeof first.path === "string") return undefined;
    return "host" in first && typeof first.host === "string" ? first.host : undefined;
  }
  return typeof second === "string" ? second : undefined;
}

/** Servers that a test starts itself are no network. */
const isThisMachine = (host: string): boolean => /^(?:localhost|127(?:\.\d+){3}|\[?::1\]?)$/.test(host);

const guarded = ["spawn", "spawnSync", "exec", "execSync", "execFile", "execFileSync"] as const;

type Starting = (...args: unknown[]) => unknown;

const isStarting = (value: unknown): value is Starting => typeof value === "function";

// The files of one worker share its modules of Node, and each puts the guard up: it stands around the function itself, once.
const unguarded = Symbol.for("what a guard stands around");

/** The function, guarded, and with it the one that promisify puts in its place. */
function guardedStart(given: Starting): Starting {
  const own: unknown = Reflect.get(given, unguarded);
  const start = isStarting(own) ? own : given;
  const guard: Starting = (...args) => {
    refuseTools(args);
    return start(...args);
  };
  const promised: unknown = Reflect.get(start, promisify.custom);
  // What promisify has returned is its own: it would be followed for ever.
  const inItsPlace = promised === start ? guard : isStarting(promised) && guardedStart(promised);
  return Object.assign(guard, { [unguarded]: start }, inItsPlace && { [promisify.custom]: inItsPlace });
}

for (const name of guarded) {
  const start: unknown = childProcess[name];
  if (isStarting(start)) Object.assign(childProcess, { [name]: guardedStart(start) });
}
syncBuiltinESMExports();

Object.assign(net.Socket.prototype, {
  connect: new Proxy(net.Socket.prototype.connect, {
    apply: (connect, socket: net.Socket, args: unknown[]) => {
      const host = hostOf(args);
      if (host === undefined || isThisMachine(host)) return Reflect.apply(connect, socket, args);
      const refusal = refuse(`connects to ${host}`);
      // As a host does that refuses: a little later, when somebody listens.
      process.nextTick(() => socket.destroy(refusal));
      return socket;
    },
  }),
});
