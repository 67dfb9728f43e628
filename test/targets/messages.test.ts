import { describe, expect, test } from "vitest";
import type { Message } from "../../generators/notifiers/message-of.ts";
import { messagesOf, type Fired } from "../../generators/notifiers/messages-of.ts";
import { messageBlocks, messagesTitle } from "../../generators/targets/docs/messages/message-page.ts";
import { readMessages } from "../../generators/targets/docs/validation/read-messages.ts";
import { escapeMarkdown } from "../../generators/text/markdown.ts";
import { shopFiles } from "../validate/shop-subject.ts";
import { smallModel, smallPlatform } from "./small-model.ts";
import { everyNotifier, receiver } from "./small-routing.ts";

const { platform } = smallModel({ platform: smallPlatform({ receivers: { everyNotifier } }) });

const plain: Fired = {
  labels: { alertname: "ShopDown", severity: "critical", service: "shop" },
  annotations: { summary: "The shop is down", description: "It says nothing." },
};
const odd =
  "a|b \\\\| `c` ``d`` \n# no heading\n## every-notifier: Slack\n```\n| `field` | `value` |\n````text\n";

/** What is read of the page of an alert. */
function readBack(fired: Fired, to = everyNotifier) {
  const messages = messagesOf(fired, to, platform);
  const page = messages.flatMap((one) => messageBlocks(to.name, one)).join("\n\n");
  const expected = messages.map(({ label, firing, resolved }) => ({
    ...{ title: escapeMarkdown(messagesTitle(to.name, label)), firing, resolved },
  }));
  return {
    page,
    read: readMessages(page).map(({ title, firing, resolved }) => ({ title, firing, resolved })),
    expected,
  };
}

describe("what a page says is read as it was meant", () => {
  test.each<[string, Fired]>([
    ["plain texts", plain],
    [
      "what looks like a page",
      {
        labels: { ...plain.labels, path: odd.replaceAll("\n", " ") },
        annotations: { summary: "x", description: odd },
      },
    ],
    ["nothing but a name", { labels: { alertname: "ShopDown" }, annotations: {} }],
    [
      "spaces at the ends",
      {
        labels: { ...plain.labels, path: "  x " },
        annotations: { summary: " y ", description: "\n\nz\n\n" },
      },
    ],
  ])("%s", (_, fired) => {
    const { read, expected } = readBack(fired);
    expect(read).toEqual(expected);
  });

  test("of a receiver that is not told of the end nothing is said of it", () => {
    const quiet = receiver("quiet", { notifiers: everyNotifier.notifiers, sendResolved: false });
    const { page, read, expected } = readBack(plain, quiet);
    expect(read).toEqual(expected);
    expect(read.every(({ resolved }) => resolved === undefined)).toBe(true);
    expect(page).toContain("Nothing is sent when it is over.");
  });
});

test("of the end only what is different is said", () => {
  const [pagerDuty = ""] = readBack(plain).page.split("\n## ");
  const end = pagerDuty.slice(pagerDuty.indexOf("### Resolved"));
  expect(end).toContain("All else as while it fires, but for:\n\nWithout `payload.custom_details.firing`.\n");
  expect(end).toContain("[resolved] ShopDown (shop): The shop is down");
  expect(end).toContain("| `event_action` | `resolve` |");
  expect(end).not.toContain("client_url");
});

test("a page for each alert, by the receivers of its scenario, and a link from its card", () => {
  const pages = Object.keys(shopFiles).filter((path) => path.startsWith("docs/messages/"));
  expect(pages.sort()).toEqual(
    ["ShopDown", "ShopSlow", "ShopStockLow", "ShopUnhealthy"].map((name) => `docs/messages/${name}.md`),
  );
  const page = shopFiles["docs/messages/ShopDown.md"] ?? "";
  expect(page.match(/^## .*/gm)).toEqual([
    "## copies: Discord",
    "## copies: webhook",
    "## copies: Telegram chat -100",
    "## pager: PagerDuty",
    "## pager: Slack #shop",
  ]);
  expect(page).toContain("environment=test");
  expect(shopFiles["docs/alerts/ShopDown.md"]).toContain("[What they are sent](<../messages/ShopDown.md>)");
});

test("a message says when by a moment that is always the same", () => {
  const messages: readonly Message[] = messagesOf(plain, everyNotifier, platform).flatMap(
    ({ firing, resolved }) => [firing, resolved ?? {}],
  );
  const moments = JSON.stringify(messages).match(/\d{4}-\d\d-\d\d[ T][\d:]+/g) ?? [];
  expect(new Set(moments.map((one) => one.replace("T", " ")))).toEqual(
    new Set(["2026-01-31 12:00:00", "2026-01-31 13:00:00", "0001-01-01 00:00:00"]),
  );
});
