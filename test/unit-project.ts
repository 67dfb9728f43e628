// The setup of the project "unit": whatever asks for a tool or for the network fails, and is told where it belongs.
import { afterAll, afterEach, vi } from "vitest";
import { refuse, takeRefused } from "./unit-guard.ts";

// The door to the real tools, for whoever does not bring a cache of its own. It is closed before anything is started.
vi.mock("../scripts/tools/cache-folder.ts", async (original) => ({
  ...(await original<typeof import("../scripts/tools/cache-folder.ts")>()),
  toolCacheFolder: () => {
    throw refuse("asks for a real tool");
  },
}));

// Code may go on without what it was refused, and the test would not notice.
function failIfRefused(): void {
  const [first] = takeRefused();
  if (first !== undefined) throw new Error(first);
}

afterEach(failIfRefused);
afterAll(failIfRefused);
