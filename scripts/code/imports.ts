/** What a file imports: names by the module that they come from. */
export type Imports = ReadonlyMap<string, ReadonlySet<string>>;

/** The imports of pairs of a module and a name. */
export function importsOf(pairs: readonly (readonly [module: string, name: string])[]): Imports {
  const imports = new Map<string, Set<string>>();
  for (const [module, name] of pairs) imports.set(module, (imports.get(module) ?? new Set()).add(name));
  return imports;
}

/** `import { alert, holds } from "signalbox";`, the language first. */
export function printImports(imports: Imports): string {
  return [...imports]
    .sort(([a], [b]) => Number(isOwn(a)) - Number(isOwn(b)) || (a < b ? -1 : 1))
    .map(([module, names]) => printImport(module, [...names]))
    .join("");
}

const isOwn = (module: string): boolean => module.startsWith(".");

/** One import; its names wrap where the line has no room for them. */
export function printImport(module: string, names: readonly string[]): string {
  const [first = ""] = names;
  // All that a module exports, under one name.
  if (first.startsWith("* as ")) return `import ${first} from "${module}";\n`;
  const sorted = [...names].sort();
  const flat = `import { ${sorted.join(", ")} } from "${module}";\n`;
  if (flat.length <= 111) return flat;
  return `import {\n${sorted.map((name) => `  ${name},\n`).join("")}} from "${module}";\n`;
}
