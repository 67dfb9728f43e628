import { z } from "zod";
import { npmStubsIn, type NpmStub } from "./npm-stubs.ts";

/** What the scripts of a new project run. */
const scripts = {
  build: "signalbox build",
  validate: "signalbox validate",
  mutate: "signalbox mutate",
  diff: "signalbox diff",
  up: "signalbox up",
  list: "signalbox list",
  explain: "signalbox explain",
  test: "signalbox build --check && signalbox validate",
} as const;

/** What the engine needs, as its own package.json says. */
const engines = { node: ">=20.19" } as const;

const looked = z.looseObject({
  main: z.string().optional(),
  scripts: z.record(z.string(), z.string()).optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
  devDependencies: z.record(z.string(), z.string()).optional(),
});

type Description = z.infer<typeof looked>;

export type PackageFile =
  | {
      readonly text: string;
      /** What `npm init` had put there for a start, and is there no more. */
      readonly replaced: readonly NpmStub[];
      /** What npm installs as signalbox. */
      readonly dependency: string;
    }
  /** Why the existing one cannot be completed, a sentence each. */
  | { readonly complaints: readonly string[] };

export interface ExistingPackage {
  readonly text: string;
  /** Whether the project has a file of this path: then `main` is somebody's own. */
  readonly hasFile: (path: string) => boolean;
}

const noPackage: ExistingPackage = { text: "{}", hasFile: () => false };

/**
 * package.json, made or completed: what somebody wrote there stays as it is, what npm put there for a start is replaced.
 *
 * @param dependency what npm is to install as signalbox
 */
export function packageFile(name: string, dependency: string, existing = noPackage): PackageFile {
  const found = readDescription(existing.text);
  if (typeof found === "string") return { complaints: [found] };
  const replaced = npmStubsIn(found, existing.hasFile);
  const read = without(found, replaced);
  const complaints = complaintsOf(read);
  if (complaints.length > 0) return { complaints };
  const installed = read.dependencies?.["signalbox"] ?? read.devDependencies?.["signalbox"];
  const dependencies = installed ? read.dependencies : { ...read.dependencies, signalbox: dependency };
  const whole = {
    ...read,
    name: read["name"] ?? name,
    private: read["private"] ?? true,
    type: "module",
    scripts: { ...read.scripts, ...scripts },
    engines: read["engines"] ?? engines,
    ...(dependencies && { dependencies }),
  };
  const text = `${JSON.stringify(ordered(whole, read), null, indentOf(existing.text))}\n`;
  return { text, replaced, dependency: installed ?? dependency };
}

function complaintsOf(read: Description): string[] {
  return [
    ...(read["type"] === undefined || read["type"] === "module" ? [] : [inTheWay("type", "module")]),
    ...Object.entries(scripts).flatMap(([script, command]) => {
      const own = read.scripts?.[script];
      return own === undefined || own === command ? [] : [inTheWay(`scripts.${script}`, command)];
    }),
  ];
}

/** Keys keep their places: what is written again stands where it stood. */
function without(read: Description, stubs: readonly NpmStub[]): Description {
  const { test: _stock, ...others } = read.scripts ?? {};
  const own = Object.entries(read).filter(([key]) => key !== "main" || !stubs.includes("main"));
  return {
    ...Object.fromEntries(own),
    ...(stubs.includes("type") && { type: "module" }),
    ...(stubs.includes("scripts.test") && { scripts: others }),
  };
}

/** Whatever else is in it is not looked at, and keeps its place. */
const description = z.custom<Description>((value) => looked.safeParse(value).success);

function readDescription(text: string): Description | string {
  try {
    const written: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    const read = description.safeParse(written);
    if (read.success) return read.data;
    const [issue] = looked.safeParse(written).error?.issues ?? [];
    return `package.json cannot be completed: ${[...(issue?.path ?? []), issue?.message].join(": ")}`;
  } catch (error) {
    return `package.json is no JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function inTheWay(key: string, value: string): string {
  return `package.json has another ${key}: remove it, or write ${JSON.stringify(value)}`;
}

const first = ["name", "version", "private", "description", "type", "scripts", "engines", "dependencies"];

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
