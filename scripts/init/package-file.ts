import { z } from "zod";

/** What the scripts of a new project run. */
const scripts = {
  build: "signalbox build",
  validate: "signalbox validate",
  mutate: "signalbox mutate",
  up: "signalbox up",
  explain: "signalbox explain",
  test: "signalbox build --check && signalbox validate",
} as const;

const description = z.looseObject({
  scripts: z.record(z.string(), z.string()).optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
  devDependencies: z.record(z.string(), z.string()).optional(),
});

export type PackageFile =
  | { readonly text: string }
  /** Why the existing one cannot be completed, a sentence each. */
  | { readonly complaints: readonly string[] };

/**
 * package.json, made or completed: what is there already stays as it is.
 *
 * @param existing its text, where there is one
 * @param dependency what npm is to install as signalbox
 */
export function packageFile(name: string, dependency: string, existing = "{}"): PackageFile {
  const read = readDescription(existing);
  if (typeof read === "string") return { complaints: [read] };
  const complaints = [
    ...(read["type"] === undefined || read["type"] === "module" ? [] : [inTheWay("type", "module")]),
    ...Object.entries(scripts).flatMap(([script, command]) => {
      const own = read.scripts?.[script];
      return own === undefined || own === command ? [] : [inTheWay(`scripts.${script}`, command)];
    }),
  ];
  if (complaints.length > 0) return { complaints };
  const isInstalled = read.dependencies?.["signalbox"] ?? read.devDependencies?.["signalbox"];
  const dependencies = isInstalled ? read.dependencies : { ...read.dependencies, signalbox: dependency };
  // What is there keeps its place; what is new comes in the order in which npm writes it.
  const whole = {
    ...read,
    name: read["name"] ?? name,
    private: read["private"] ?? true,
    type: "module",
    scripts: { ...scripts, ...read.scripts },
    ...(dependencies && { dependencies }),
  };
  return { text: `${JSON.stringify(ordered(whole, read), null, indentOf(existing))}\n` };
}

function readDescription(text: string): z.infer<typeof description> | string {
  try {
    const read = description.safeParse(JSON.parse(text.replace(/^\uFEFF/, "")));
    return read.success ? read.data : `package.json cannot be read: ${z.prettifyError(read.error)}`;
  } catch (error) {
    return `package.json is no JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function inTheWay(key: string, value: string): string {
  return `package.json has another ${key}: remove it, or write ${JSON.stringify(value)}`;
}

const first = ["name", "version", "private", "description", "type", "scripts", "dependencies"];

/** Keys that were there in their order; the new ones where npm would have put them, before what comes later. */
function ordered(whole: Readonly<Record<string, unknown>>, read: Readonly<Record<string, unknown>>): object {
  const keys = Object.keys(read);
  for (const key of first.filter((one) => one in whole && !(one in read))) {
    const later = first.slice(first.indexOf(key) + 1);
    const next = keys.findIndex((one) => later.includes(one));
    keys.splice(next < 0 ? keys.length : next, 0, key);
  }
  return Object.fromEntries(keys.map((key) => [key, whole[key]]));
}

function indentOf(text: string): string {
  return /^[{\s]*?\n([ \t]+)"/.exec(text)?.[1] ?? "  ";
}
