import { durationInMs, formatDuration } from "../language/duration.ts";

/** A scene of a test, by its name and when it begins. */
export interface NamedScene {
  readonly name: string;
  readonly fromMs: number;
}

/** The name of a test: `silent at the limit; from 10m: fires, then resolves`. */
export function testNameOf(scenes: readonly NamedScene[]): string {
  return scenes
    .map(({ name, fromMs }) => (fromMs === 0 ? name : `from ${formatDuration(fromMs)}: ${name}`))
    .join("; ");
}

/** The scenes that the name of a test names. */
export function scenesNamedIn(testName: string): NamedScene[] {
  return testName.split(/; (?=from \w+: )/).map((part) => {
    const [, from = "0s", name = part] = /^from (\w+): (.*)$/s.exec(part) ?? [];
    return { name, fromMs: durationInMs(from) ?? 0 };
  });
}

/** The scene in which a moment of the test lies. */
export function sceneAt(testName: string, atMs: number): NamedScene | undefined {
  return scenesNamedIn(testName).findLast(({ fromMs }) => fromMs <= atMs);
}
