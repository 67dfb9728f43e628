/**
 * Words of what may go on for ever or take more and more: loops, also those through a list, which may add to it, and generators. Most
 * definitions have none of them.
 */
const freely = [
  /\bwhile\s*\(/,
  /\bdo\s*\{/,
  /\bfor\s*(?:await\s*)?\(/,
  /\bfunction\s*\*|(?:^|[{,])\s*\*\s*[\w[]/m,
];

const goesOn = /\basync\s*(?:function|\(|\w+\s*=>|\*?\w+\s*\()|\bPromise\b|\bqueueMicrotask\b|\bnextTick\b/;

/** Whether something of a module may go on when it is loaded. */
export function mayGoOn(text: string): boolean {
  return goesOn.test(text);
}

/** Whether it is worth the start of a thread that watches what is done with the functions of a module. */
export function mayNotEnd(text: string): boolean {
  return freely.some((words) => words.test(text));
}
