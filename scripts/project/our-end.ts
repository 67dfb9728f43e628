/** What ends this process: whether all is well the command says, and no definition. */
const endings = ["exit", "abort", "reallyExit"] as const;

const own = new Map<string, PropertyDescriptor>();

let isTold = false;
let endCode = 1;

// Programs that were ended and connections that were closed are gone by then.
const leftRunningMs = 1000;

/**
 * Until then no end of this process is a good one, such as that of one that has nothing left to wait for.
 *
 * @returns says that the command has said what came of it
 */
export function endsOnlyWhenTold(): (code: number) => void {
  process.exitCode = 1;
  process.once("exit", () => {
    if (isTold) return;
    process.exitCode = 1;
    process.stderr.write(
      "the command ended before it was done: something ended its process, or it waits for what never comes\n",
    );
  });
  return (code) => {
    isTold = true;
    endWith(code);
    // What somebody has left running is not waited for.
    setTimeout(() => process.stdout.write("", () => leave(code)), leftRunningMs).unref();
  };
}

/** From now on only `leave` ends this process: whatever else would is an error where it is called. */
export function keepOurEnd(): void {
  if (own.size > 0) return;
  for (const name of endings) {
    replace(name, () => {
      throw new Error(`a definition calls process.${name}(), which would end ${commandInWords}`);
    });
  }
  const { kill } = process;
  replace("kill", (pid: number, signal?: string | number) => {
    // Whether a process is there is asked with no signal, and of others it is no end of this one.
    if (signal === 0 || ![process.pid, process.ppid, 0, -1].includes(Number(pid)))
      return kill.call(process, pid, signal);
    throw new Error(`a definition calls process.kill(), which would end ${commandInWords}`);
  });
}

const commandInWords = "the command before it is done";

function replace(name: string, value: unknown): void {
  const descriptor = Object.getOwnPropertyDescriptor(process, name);
  // Each Node has these; what another one lacks nobody can call.
  if (!descriptor) return;
  own.set(name, descriptor);
  Object.defineProperty(process, name, { ...descriptor, value });
}

/** Somebody else ends it now, and says why. */
export function crashed(): void {
  isTold = true;
  endWith(1);
  giveEndBack();
}

/** Behind whoever else listens: with which code it ends has been said. */
function endWith(code: number): void {
  endCode = code;
  process.once("exit", () => (process.exitCode = endCode));
}

function giveEndBack(): void {
  for (const [name, descriptor] of own) Object.defineProperty(process, name, descriptor);
  own.clear();
}

/** Ends this process at once, when everything is said. */
export function leave(code: number): never {
  crashed();
  endWith(code);
  process.exit(code);
}
