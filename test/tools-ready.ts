import { lookForTools } from "../scripts/tools/find-tool.ts";
import { toolNames } from "../scripts/tools/known-tools.ts";
import { statusLine } from "../scripts/tools/status-line.ts";

/**
 * Fetches the tools that are not there yet, once and before all tests that need some: a test that waited for a download
 * could run out of its time. A tool that is not available is reported at once, and fails the tests that need it.
 */
export default async function makeToolsReady(): Promise<void> {
  const line = statusLine(process.stderr);
  const searches = [...lookForTools(toolNames, { line }).values()].map(async (searching) => {
    const search = await searching;
    if (!search.found) line.say(search.missing.message);
  });
  await Promise.all(searches);
}
