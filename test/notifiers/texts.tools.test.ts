import { describe, expect, test } from "vitest";
import { firing, group, render, resolved, use, type SentAlert } from "../targets/sent-alerts.ts";

test("Teams is notified in Markdown, and what alerts say is not taken for it", async () => {
  const odd: SentAlert = {
    ...firing,
    labels: { alertname: "ShopDown", severity: "critical", service: "my_shop", path: "_x_" },
    annotations: {
      summary: "*All* of `shop` [down](x) on my_host",
      description: "- one\n1. two &amp; a & b\n# three\n3.14",
      runbook_url: "https://docs.example.org/a_(b).md",
    },
  };
  expect(await render(use("msteams_title"), group(odd))).toBe(
    String.raw`[critical] ShopDown (my_shop): \*All\* of ${"\\`shop\\`"} \[down\](x) on my_host`,
  );
  expect(await render(use("msteams_text"), group(odd, { ...resolved, endsAt: firing.startsAt }))).toBe(
    String.raw`1 firing, 1 resolved

**FIRING ShopDown (critical)**

\*All\* of ${"\\`shop\\`"} \[down\](x) on my_host

\- one

1\. two \&amp; a & b

\# three

3.14

[Runbook](https://docs.example.org/a_%28b%29.md)

Labels: path=\_x\_, service=my_shop

Since: 2026-01-02 03:04:05 UTC

**RESOLVED ShopDown (critical)**

The shop on b:1 is down

Labels: instance=b:1, service=shop

Since: 2026-01-02 03:04:05 UTC

Until: 2026-01-02 03:04:05 UTC`,
  );
});

test("Opsgenie gets what looks like HTML in a form that shows it", async () => {
  const text = await render(use("opsgenie_text"), group(firing));
  expect(text).toContain("\nIt has not answered for &lt;1m>.\n");
  const odd = { ...firing, annotations: { summary: "a<b & c &lt; d" } };
  expect(await render(use("opsgenie_title"), group(odd))).toBe(
    "[critical] ShopDown (shop): a&lt;b & c &amp;lt; d",
  );
});

describe("Telegram", () => {
  const page = (data: object) => render(use("telegram_html"), data, "html");

  test("is notified in its own HTML, in which what alerts say is escaped", async () => {
    expect(await page(group(firing, resolved))).toBe(`<b>[critical] ShopDown (shop)</b>: 1 firing, 1 resolved

<b>FIRING ShopDown</b> (critical)
The shop on a:1 is down
It has not answered for &lt;1m&gt;.
Impact: Nobody can buy.
Labels: instance=a:1, service=shop
Since: 2026-01-02 03:04:05 UTC

<b>RESOLVED ShopDown</b> (critical)
The shop on b:1 is down
Labels: instance=b:1, service=shop
Since: 2026-01-02 03:04:05 UTC
Until: 2026-01-02 04:00:00 UTC

<a href="https://docs.example.org/alerts/README.md">Runbook</a>, <a href="http://localhost:3000/dashboards">dashboard</a>, <a href="http://localhost:9093">Alertmanager</a>`);
  });

  const long = "<&\"'>é".repeat(500);
  const wordy: SentAlert = {
    ...firing,
    labels: { ...firing.labels, path: long },
    annotations: { summary: long, description: long, impact: long },
  };
  test.each([
    [
      "a storm",
      group(...Array.from({ length: 200 }, () => firing)),
      /<b>FIRING ShopDown[^]*Not all are shown/,
    ],
    ["texts without an end", group(wordy), /<b>FIRING ShopDown[^]*Not all are shown in full/],
    ["both", group(...Array.from({ length: 50 }, (_, n) => (n % 2 ? wordy : firing))), /<b>FIRING ShopDown/],
  ])("takes %s", async (_, data, expected) => {
    const text = await page(data);
    expect([...text].length).toBeLessThanOrEqual(4096);
    expect(text).toMatch(expected);
    // No tag is cut, and none is made of what alerts say.
    expect(text.replace(/<\/?b>|<a href="[^"<>]*">|<\/a>/g, "")).not.toMatch(/[<>]/);
  });
});
