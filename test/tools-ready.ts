import { toolNames } from "../scripts/tools/known-tools.ts";
import { lookForTool } from "../scripts/tools/find-tool.ts";

/**
 * Fetches the tools that are not there yet, once and before all tests: a test that waited for a download could run out of
 * its time. A tool that cannot be had fails the tests that need it, with its own message.
 */
export default async function makeToolsReady(): Promise<void> {
  for (const name of toolNames) await lookForTool(name);
}
