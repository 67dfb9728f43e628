import { statementsOf } from "./typescript.ts";

/** A file with the definitions of an example: one that is there already is replaced, any other is added. */
export function merged(text: string, example: string): string {
  const statements = statementsOf(text);
  const kept = statements.map(({ text: own }) => own);
  for (const { kind, names, text: own } of statementsOf(example)) {
    // What an example imports is imported here, too: by itself, as everything that is known.
    if (kind === "import") continue;
    const index = statements.findIndex((one) => one.names.some((name) => names.includes(name)));
    if (index < 0) kept.push(own);
    else kept[index] = own;
  }
  return `${kept.join("\n")}\n`;
}
