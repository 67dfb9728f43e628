import { join, resolve } from "node:path";
import { layOutProject, readSources } from "./bench/lay-out.ts";
import { shopDefinitions } from "./bench/shops.ts";
import { command, exitCodes, type ExitCode } from "./command-line.ts";
import { engine } from "./engine.ts";

/** One service, a team, a company; with the last one there are 10,000 rules. */
const usualSizes = "1,10,50,450";

const benchCommand = command({
  name: "bench",
  summary: "Measures the commands on projects of many services of one shape.",
  options: {
    sizes: { type: "string", value: "N,N,…", help: `how many services; usually ${usualSizes}` },
    "lay-out": {
      type: "string",
      value: "FOLDER",
      help: "only write the projects, each into a folder of its size in this one",
    },
  },
  complaint: ({ sizes = usualSizes, "lay-out": layOut }) => {
    if (!/^[1-9]\d*(?:,[1-9]\d*)*$/.test(sizes))
      return `Option '--sizes' takes numbers of services, such as ${usualSizes}.`;
    return layOut === undefined ? "Option '--lay-out' is missing." : undefined;
  },
  run: async ({ sizes = usualSizes, "lay-out": layOut = "." }) => layOutAll(resolve(layOut), sizes),
});

process.exitCode = await benchCommand.run(process.argv.slice(2));

function layOutAll(folder: string, sizes: string): ExitCode {
  const sources = readSources(engine.packageFolder);
  for (const size of sizes.split(",")) {
    layOutProject(join(folder, size), shopDefinitions(Number(size), sources), engine.packageFolder);
    process.stdout.write(`${join(folder, size)}\n`);
  }
  return exitCodes.success;
}
