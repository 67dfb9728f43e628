import { list, named, object, text } from "../../code/code.ts";
import { printImports } from "../../code/imports.ts";
import { camelCase } from "../../code/names.ts";
import { printStatement } from "../../code/print-code.ts";
import { importsFor } from "../module-path.ts";
import type { WrittenFile } from "../written-files.ts";
import type { WantedService } from "./wanted-service.ts";

/** The name of the file with the jobs of a service. */
export const scrapeFile = "scrape.ts";

/** The export that is the job of a new service. */
export function jobOf({ name }: Pick<WantedService, "name">): string {
  return `${camelCase(name)}Job`;
}

/** Where a service is scraped. */
export function scrapeJobFile(service: WantedService, folder: string): WrittenFile {
  const { name, title, job, program, target } = service;
  const path = `${folder}/${scrapeFile}`;
  const options = [
    {
      key: "description",
      value: text(program === undefined ? `${title}.` : `${title}, as ${program} measures it.`),
    },
    // Nobody answers there, so the build asks for the real one.
    { key: "targets", value: list([text(target.address ?? `${name}.example.com:9100`)]) },
    ...(target.path === "/metrics" ? [] : [{ key: "path", value: text(target.path) }]),
    ...(target.scheme === "http" ? [] : [{ key: "scheme", value: text(target.scheme) }]),
    { key: "labels", value: object("", [{ key: "service", value: text(name) }]) },
  ];
  const imports = importsFor(path, { words: ["scrapeJob"], exports: [] });
  const code = named("scrapeJob", job, options);
  return {
    kind: "new",
    path,
    text: `${printImports(imports)}\n${printStatement(`export const ${jobOf(service)} = `, code)}`,
  };
}
