import type { Command } from "./command-line.ts";

/** The commands, in the order of the help. Loaded one at a time: whoever builds need not wait for what the others need. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  build: async () => (await import("./build.ts")).buildCommand,
  validate: async () => (await import("./validate.ts")).validateCommand,
  mutate: async () => (await import("./mutate.ts")).mutateCommand,
  diff: async () => (await import("./diff.ts")).diffCommand,
  drift: async () => (await import("./drift.ts")).driftCommand,
  simulate: async () => (await import("./simulate.ts")).simulateCommand,
  up: async () => (await import("./up.ts")).upCommand,
  init: async () => (await import("./init.ts")).initCommand,
  new: async () => (await import("./new.ts")).newCommand,
  import: async () => (await import("./import.ts")).importCommand,
  list: async () => (await import("./list.ts")).listCommand,
  explain: async () => (await import("./explain.ts")).explainCommand,
};
