import type { EventEmitter } from "node:events";
import type { Problem } from "../../generators/problem.ts";
import { problemList } from "../problem-list.ts";
import { isStaying, lastLoaded } from "./load-module.ts";
import { findLoadProblems } from "./load-problems.ts";
import { crashed, leave } from "./our-end.ts";

const events: EventEmitter = process;

/**
 * From now on what an author's code throws later, by a timer or in a promise that nobody waits for, is a problem at its line too.
 * A command that builds again and again goes on after it.
 */
export function tellLateProblems(): void {
  events.prependListener("uncaughtException", (thrown: unknown) => {
    const loaded = lastLoaded();
    const problems = loaded ? findLoadProblems(thrown, loaded) : [];
    if (problems.length > 0) return tell(problems);
    // A mistake of the engine's. Whoever runs its sources listens too, and says where.
    if (events.listenerCount("uncaughtException") > 1) return crashed();
    process.stderr.write(`${thrown instanceof Error ? thrown.stack : String(thrown)}\n`);
    leave(1);
  });
  events.on("unhandledRejection", (reason: unknown) => events.emit("uncaughtException", reason));
}

function tell(problems: readonly Problem[]): void {
  const consequence = isStaying() ? "the next build begins anew" : "nothing more is done";
  process.stderr.write(problemList(problems, consequence, process.stderr));
  if (!isStaying()) leave(1);
}
