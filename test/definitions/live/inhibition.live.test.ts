import { test } from "vitest";
import { inhibits } from "../../live/inhibition.ts";
import { useLiveStack } from "../../live/use-live-stack.ts";

const { running } = useLiveStack();
const testTimeoutMs = 240_000;

test.each([
  ["the API that is down", "SpaceTimeAPIDown", "SpaceTimePrometheusScrapeFailures", false],
  ["what is critical of the same instance", "SpaceTimeSceneLoadFailures", "SpaceTimeSceneLoadSlow", true],
])(
  "%s inhibits its signs, and nobody is notified of them",
  async (_, source, target, isPlayed) => {
    await inhibits(running(), { source, target, isFired: isPlayed });
  },
  testTimeoutMs,
);
