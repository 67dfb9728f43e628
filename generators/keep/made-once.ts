import { watched } from "./watched.ts";

interface Made<Answer> {
  readonly answer: Answer;
  /** The parts of the model that it was made from, as they were. */
  readonly reads: ReadonlyMap<string, unknown>;
}

/**
 * The same function, which answers once for each object as long as each part of the model that it read is the same. Whoever asks again
 * reads these parts as well: what he makes of the answer depends on them, and whoever notes what he reads must see that.
 */
export function madeOnce<Of extends object, In extends object, Answer>(
  make: (of: Of, model: In) => Answer,
): (of: Of, model: In) => Answer {
  const known = new WeakMap<Of, Made<Answer>>();
  return (of, model) => {
    const before = known.get(of);
    if (before && [...before.reads].every(([part, value]) => Reflect.get(model, part) === value)) {
      return before.answer;
    }
    const reads = new Map<string, unknown>();
    const answer = make(
      of,
      watched(model, (part) => reads.set(part, Reflect.get(model, part))),
    );
    known.set(of, { answer, reads });
    return answer;
  };
}
