/** How something is reached from the definition that it belongs to: the last step, and those before it. As a list each part would have one of its own. */
export interface Way {
  readonly key: string;
  readonly before: Way | undefined;
}

/** All steps, the first one first: `["actions", "0"]`. */
export function stepsOf(way: Way | undefined): string[] {
  const steps: string[] = [];
  for (let step = way; step !== undefined; step = step.before) steps.push(step.key);
  return steps.reverse();
}

/** What an object has itself under a key. */
export function ownPart(value: object, key: string): unknown {
  return Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}
