import { join } from "node:path";

/** What Node starts to run a program in TypeScript, as the commands are run. */
export const runner = join(import.meta.dirname, "../../scripts/run.cjs");

/** One of the programs beside this file, which do something with the tools in a process of their own. */
export function inProcess(does: "fetch" | "look" | "serve"): string {
  return join(import.meta.dirname, `${does}-in-process.ts`);
}
