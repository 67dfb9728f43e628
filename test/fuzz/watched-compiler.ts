import { vi } from "vitest";
import type { YamlOptions } from "../../generators/text/yaml.ts";

/** A YAML file as it was printed, and what it was printed from: nobody has to ask a reader what was meant. */
export interface Printed {
  readonly meant: unknown;
  readonly text: string;
}

/** Where a file stands above its data; a target file says more of itself than others do. */
const comments = /^(?:#.*\n)+/;

/** What a file was printed from, of all that was printed; undefined: it was printed by something else. */
export function originOf(file: string, printed: readonly Printed[]): Printed | undefined {
  const data = file.replace(comments, "");
  return printed.find(({ text }) => text.replace(comments, "") === data);
}

/**
 * The compiler of the tests, which tells what it prints as YAML. Its modules are its own: whatever else runs in this process goes on
 * with those that it has.
 */
export async function watchedCompiler() {
  const printed: Printed[] = [];
  vi.resetModules();
  vi.doMock(import("../../generators/text/yaml.ts"), async (original) => {
    const { printYaml } = await original();
    return {
      printYaml: (meant: unknown, options: YamlOptions) => {
        const text = printYaml(meant, options);
        printed.push({ meant, text });
        return text;
      },
    };
  });
  const own = await import("./promise.ts");
  vi.doUnmock("../../generators/text/yaml.ts");
  vi.resetModules();
  return {
    ...own,
    /** What was printed since somebody last asked. */
    printedSince: (): readonly Printed[] => printed.splice(0),
  };
}
