import type { Files } from "../../generators/output.ts";

/** What the projects are made of, as it stands in this repository. */
export interface Sources {
  /** The definitions of the ticket shop: its platform is that of all shops. Paths from the project: `definitions/…`. */
  readonly example: Files;
  /** One service, by its paths in its folder: 22 rules, 25 metrics, 7 dashboards and an SLO. */
  readonly shop: Files;
}

/** What the service and everything of it are called in its sources: each shop has a word of its own in its place. */
const word = "shop";
/** Where the template's platform is; a shop's own stands beside it. */
const platformOfTemplate = "../../../examples/ticket-shop/definitions/platform/";
const listOfServices = "definitions/services/index.ts";

/**
 * The definitions of a project with the ticket shop and so many services of one shape beside it. No two have a name in common:
 * neither a metric nor a rule, job, dashboard or SLO.
 */
export function shopDefinitions(count: number, { example, shop }: Sources): Files {
  const names = Array.from({ length: count }, (_, index) => `${word}${index + 1}`);
  const files = names.flatMap((name) =>
    Object.entries(shop).map(
      ([path, text]) => [`definitions/services/${name}/${path}`, ownText(text, name)] as const,
    ),
  );
  const list = example[listOfServices];
  if (list === undefined) throw new Error(`the example has no ${listOfServices}`);
  return { ...example, [listOfServices]: withServices(list, names), ...Object.fromEntries(files) };
}

function ownText(text: string, name: string): string {
  return text
    .replaceAll(platformOfTemplate, "../../platform/")
    .replaceAll(word, name)
    .replaceAll(capital(word), capital(name));
}

function withServices(list: string, names: readonly string[]): string {
  const imports = names.map((name) => `import { ${name}Api } from "./${name}/service.ts";\n`);
  return `${imports.join("")}${list.replace("\n];", `\n${names.map((name) => `  ${name}Api,\n`).join("")}];`)}`;
}

function capital(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
