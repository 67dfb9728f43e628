import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, resolve as absolute } from "node:path";
import type { Definitions } from "signalbox";
import { compile } from "../../generators/compile.ts";
import type { Files } from "../../generators/output.ts";
import { formatProblem } from "../../generators/problem.ts";

const root = join(import.meta.dirname, "../..");

/** The project that is run: what LIVE_PROJECT names, else this repository's own where it has services, else the ticket shop. */
const folder = absolute(
  root,
  process.env["LIVE_PROJECT"] ?? (hasServices(root) ? "." : "examples/ticket-shop"),
);
const loaded: { readonly definitions: Definitions } = await import(join(folder, "definitions/index.ts"));

export const { definitions } = loaded;

/** What is deployed, by the path under out/: as it is committed, or of a project that commits nothing as it would be built. */
export const deployed: Files = existsSync(join(folder, "out/manifest.txt")) ? committed() : built();

/** Whether there is anything to watch beside the monitoring itself: each service is a folder. */
function hasServices(project: string): boolean {
  const services = join(project, "definitions/services");
  return (
    existsSync(services) && readdirSync(services, { withFileTypes: true }).some((one) => one.isDirectory())
  );
}

function committed(): Files {
  const out = join(folder, "out");
  const entries = readdirSync(out, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(
    paths.map((path) => [path.slice(out.length + 1).replaceAll("\\", "/"), readFileSync(path, "utf8")]),
  );
}

function built(): Files {
  const { problems, files } = compile(definitions);
  if (problems.length > 0) throw new Error(problems.map(formatProblem).join("\n"));
  return files;
}
