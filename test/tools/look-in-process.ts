// A process of its own whose environment is the test's: looks for promtool, and prints why it cannot be had.
import { lookForTool } from "../../scripts/tools/find-tool.ts";

void lookForTool("promtool", { sources: async () => [] }).then((search) => {
  process.stdout.write(search.found ? search.tool.path : search.missing.message);
});
