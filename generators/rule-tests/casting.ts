import { decoySituation } from "./decoys.ts";
import type { Script } from "./samples.ts";
import type { Signal, Situation } from "./signal.ts";
import type { Played } from "./test-group.ts";

/** Gives a signal its script. */
export function playing(script: Script): (signal: Signal) => Played {
  return (signal) => ({ signal, script });
}

/** One situation from the beginning to the end. */
export function whole(situation: Situation): Script {
  return { phases: [{ fromMs: 0, situation }] };
}

/** A series that must not be read does the same all the time. */
export function asDecoy(signal: Signal): Played {
  return { signal, script: whole(decoySituation(signal)) };
}
