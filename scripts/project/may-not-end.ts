/**
 * Words of what may go on for ever and take more and more: loops that go through no list, generators, and what waits. Most definitions
 * have none of them.
 */
const freely = [
  /\bwhile\s*\(/,
  /\bdo\s*\{/,
  // One through a list ends.
  /\bfor\s*\((?!\s*(?:const|let|var)\b[^;]*?\b(?:of|in)\b)/,
  /\bfunction\s*\*|(?:^|[{,])\s*\*\s*[\w[]/m,
];

const goesOn = /\basync\s*(?:function|\(|\w+\s*=>|\*?\w+\s*\()|\bPromise\b|\bqueueMicrotask\b|\bnextTick\b/;

/** Whether something of a module may go on when it is loaded. */
export function mayGoOn(text: string): boolean {
  return goesOn.test(text);
}

/** Whether it is worth the start of a thread that watches what a module does. */
export function mayNotEnd(text: string): boolean {
  return freely.some((words) => words.test(text));
}
