import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { layOutProject, readSources } from "./bench/lay-out.ts";
import { measurePeople, peopleCommands } from "./bench/people.ts";
import { measureScale } from "./bench/scale.ts";
import { shopDefinitions } from "./bench/shops.ts";
import { withBlock } from "./bench/table.ts";
import { command, exitCodes, type ExitCode, type OptionValues } from "./command-line.ts";
import { engine } from "./engine.ts";
import { findTool } from "./tools/find-tool.ts";

/** One service, a team, a company; with the last one there are 10,000 rules. */
const usualSizes = "1,10,50,450";
const usualRounds = "5";
const what = [...peopleCommands, "scale"].join(",");
const page = "docs/performance.md";

const options = {
  what: { type: "string", value: "PART,…", help: `what is measured, of ${what}; usually all of it` },
  sizes: { type: "string", value: "N,N,…", help: `for scale: how many services; usually ${usualSizes}` },
  rounds: {
    type: "string",
    value: "N",
    help: `of how many rounds the median is taken; usually ${usualRounds}`,
  },
  against: { type: "string", value: "FOLDER", help: "a checkout of an older edition, measured in turn" },
  mixin: { type: "string", value: "FOLDER", help: "for scale: a Jsonnet mixin, rendered in turn" },
  write: { type: "boolean", help: `write the tables into ${page} too` },
  "lay-out": {
    type: "string",
    value: "FOLDER",
    help: "only write the projects of scale, each into a folder of its size",
  },
} as const;
type Values = OptionValues<typeof options>;

const benchCommand = command({
  name: "bench",
  summary: "Measures what people wait for, and how the build grows with what is monitored.",
  options,
  complaint: ({ what: parts = what, sizes = usualSizes, rounds = usualRounds }) => {
    const unknown = parts.split(",").filter((part) => !what.split(",").includes(part));
    if (unknown.length > 0) return `Option '--what' knows no ${unknown.join(", ")}: there is ${what}.`;
    if (!/^[1-9]\d*(?:,[1-9]\d*)*$/.test(sizes))
      return `Option '--sizes' takes numbers, such as ${usualSizes}.`;
    return /^[1-9]\d*$/.test(rounds)
      ? undefined
      : `Option '--rounds' takes a number, such as ${usualRounds}.`;
  },
  run: async (values) => {
    const layOut = values["lay-out"];
    return layOut === undefined ? measureAll(values) : layOutAll(resolve(layOut), sizesOf(values));
  },
});

process.exitCode = await benchCommand.run(process.argv.slice(2));

async function measureAll(values: Values): Promise<ExitCode> {
  const parts = (values.what ?? what).split(",");
  const folder = mkdtempSync(join(tmpdir(), "signalbox-bench-"));
  try {
    for (const command of peopleCommands.filter((name) => parts.includes(name))) {
      const first = values.against === undefined ? {} : { first: resolve(values.against) };
      const checkouts = { own: engine.packageFolder, ...first };
      const own = join(folder, command);
      publish(values, command, await measurePeople({ checkouts, command, folder: own, ...common(values) }));
    }
    if (parts.includes("scale")) {
      const mixin =
        values.mixin === undefined
          ? undefined
          : { folder: resolve(values.mixin), out: join(folder, "mixin") };
      const promtool = await findTool("promtool");
      const sizes = sizesOf(values);
      publish(values, "scale", await measureScale({ sizes, folder, promtool, mixin, ...common(values) }));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return exitCodes.success;
}

function common({ rounds = usualRounds }: Values): { rounds: number; say: (line: string) => void } {
  return { rounds: Number(rounds), say: (line) => void process.stderr.write(`${line}\n`) };
}

/** Says what was measured, and writes it into the page where that is asked for. */
function publish({ write = false, rounds = usualRounds }: Values, name: string, tables: string): void {
  const content = `Node ${process.versions.node}, ${cpus().length} cores; medians of ${rounds} rounds.\n\n${tables}`;
  process.stdout.write(`\n## ${name}\n\n${content}\n`);
  if (!write) return;
  const file = join(engine.packageFolder, page);
  writeFileSync(file, withBlock(readFileSync(file, "utf8"), name, content));
}

function layOutAll(folder: string, sizes: readonly number[]): ExitCode {
  const sources = readSources(engine.packageFolder);
  for (const size of sizes) {
    const project = join(folder, String(size));
    layOutProject(project, shopDefinitions(size, sources), engine.packageFolder);
    process.stdout.write(`${project}\n`);
  }
  return exitCodes.success;
}

function sizesOf({ sizes = usualSizes }: Values): number[] {
  return sizes.split(",").map(Number);
}
