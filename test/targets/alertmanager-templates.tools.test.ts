import { describe, expect, test } from "vitest";
import { alertmanagerConfig } from "../../generators/targets/alertmanager/config.ts";
import { firing, group, model, render, resolved, use, type SentAlert } from "./sent-alerts.ts";

describe("the title, one line for a telephone", () => {
  test.each([
    ["one alert: its summary", group(firing), "[critical] ShopDown (shop): The shop on a:1 is down"],
    ["one that is over", group(resolved), "[resolved] ShopDown (shop): The shop on b:1 is down"],
    ["several", group(firing, firing, resolved), "[critical] ShopDown (shop): 2 firing, 1 resolved"],
    ["several that are over", group(resolved, resolved), "[resolved] ShopDown (shop): 2 resolved"],
    [
      "several kinds in several services",
      group(firing, { ...firing, labels: { alertname: "StockLow", severity: "low", service: "stock" } }),
      "[critical] 2 alerts: 2 firing",
    ],
    [
      "an alert that says nothing",
      group({ ...firing, labels: { alertname: "Odd" }, annotations: {} }),
      "[unknown] Odd: 1 firing",
    ],
  ])("%s", async (_, data, title) => {
    expect(await render(use("title"), data)).toBe(title);
  });
});

describe("the text", () => {
  test("of one alert that fires: what, how bad for whom, what to do, where, since when", async () => {
    expect(await render(use("text"), group(firing))).toBe(`1 firing

FIRING ShopDown (critical)
The shop on a:1 is down
It has not answered for <1m>.
Impact: Nobody can buy.
Runbook: https://docs.example.org/alerts/ShopDown.md
Labels: instance=a:1, service=shop
Since: 2026-01-02 03:04:05 UTC`);
  });

  test("of a group: those that fire first, then those that are over", async () => {
    expect(await render(use("text"), group(resolved, firing, firing))).toBe(`2 firing, 1 resolved

FIRING ShopDown (critical)
The shop on a:1 is down
It has not answered for <1m>.
Impact: Nobody can buy.
Runbook: https://docs.example.org/alerts/ShopDown.md
Labels: instance=a:1, service=shop
Since: 2026-01-02 03:04:05 UTC

FIRING ShopDown (critical)
The shop on a:1 is down
It has not answered for <1m>.
Impact: Nobody can buy.
Runbook: https://docs.example.org/alerts/ShopDown.md
Labels: instance=a:1, service=shop
Since: 2026-01-02 03:04:05 UTC

RESOLVED ShopDown (critical)
The shop on b:1 is down
Labels: instance=b:1, service=shop
Since: 2026-01-02 03:04:05 UTC
Until: 2026-01-02 04:00:00 UTC`);
  });

  test("of a storm: the first eight, and how many there are", async () => {
    const text = await render(use("text"), group(...Array.from({ length: 23 }, () => firing)));
    expect(text.match(/^FIRING /gm)).toHaveLength(8);
    expect(text).toMatch(/\n\n8 of 23 are shown\.$/);
  });
});

test("code stays between its backticks, as it was written: nobody can tell it from what a label brought along", async () => {
  const data = group({ ...firing, annotations: { summary: "Ask `docker compose ps <name>`" } });
  expect(await render(use("slack_text"), data)).toContain("\nAsk `docker compose ps &lt;name&gt;`\n");
  expect(await render(use("discord_text"), data)).toContain("\nAsk \\`docker compose ps \\<name>\\`\n");
  expect(await render(use("text"), data)).toContain("\nAsk `docker compose ps <name>`\n");
  expect(await render(use("email_html"), data, "html")).toContain("Ask `docker compose ps &lt;name&gt;`<");
  expect(await render(use("telegram_html"), data)).toContain("Ask `docker compose ps &lt;name&gt;`\n");
});

describe("what depends on the severity takes the worst that fires", () => {
  const of = (severity: string, status: SentAlert["status"] = "firing"): SentAlert => ({
    ...firing,
    status,
    labels: { alertname: "A", severity },
  });
  test.each([
    ["the worst stands first", group(of("critical"), of("low")), "critical", "critical", "P1", "#F2495C"],
    ["the worst stands last", group(of("low"), of("high")), "high", "error", "P2", "#FF9830"],
    ["the worst is over", group(of("critical", "resolved"), of("low")), "low", "info", "P5", "#5794F2"],
    ["all is over", group(of("warning", "resolved")), "warning", "warning", "P4", "#73BF69"],
    ["a severity that is not ours", group(of("page")), "unknown", "info", "P5", "#5794F2"],
  ])("%s", async (_, data, severity, pagerDuty, opsgenie, color) => {
    expect(await render(use("opsgenie_priority"), data)).toBe(opsgenie);
    expect(await render(use("severity"), data)).toBe(severity);
    expect(await render(use("pagerduty_severity"), data)).toBe(pagerDuty);
    expect(await render(use("color"), data)).toBe(color);
  });
});

describe("the links", () => {
  const two = group(firing, resolved);
  const withDashboard = { ...firing, annotations: { dashboard_url: "http://localhost:3000/d/shop" } };
  test.each([
    ["runbook_url", "of the alert", group(firing), "https://docs.example.org/alerts/ShopDown.md"],
    ["runbook_url", "of alerts that share none", two, "https://docs.example.org/alerts/README.md"],
    ["dashboard_url", "of the alert", group(withDashboard), "http://localhost:3000/d/shop"],
    ["dashboard_url", "of alerts that share none", two, "http://localhost:3000/dashboards"],
    ["alertmanager_url", "of the receiver", two, "http://localhost:9093/#/alerts?receiver=every%20notifier"],
    [
      "silence_url",
      "with what the alerts share",
      two,
      "http://localhost:9093/#/silences/new?filter=%7Balertname%3D%22ShopDown%22%2Cservice%3D%22shop%22%2Cseverity%3D%22critical%22%7D",
    ],
    [
      "silence_url",
      "with a value that has quotes, a backslash and a space in it",
      group({ ...firing, labels: { team: 'a "b" \\c+d' } }),
      "http://localhost:9093/#/silences/new?filter=%7Bteam%3D%22a%20%5C%22b%5C%22%20%5C%5Cc%2Bd%22%7D",
    ],
  ])("%s %s", async (name, _, data, url) => {
    expect(await render(use(name), data)).toBe(url);
  });
});

test("the e-mail escapes what alerts say", async () => {
  expect(await render(use("email_html"), group(firing), "html")).toBe(`<!DOCTYPE html>
<html lang="en">
<body style="font-family: sans-serif">
<h2 style="border-left: 6px solid #F2495C; padding-left: 8px">[critical] ShopDown (shop): The shop on a:1 is down</h2>
<p>1 firing.
<a href="https://docs.example.org/alerts/ShopDown.md">Runbook</a>,
<a href="http://localhost:3000/dashboards">dashboard</a>,
<a href="http://localhost:9093">Alertmanager</a></p>
<h3>FIRING <a href="https://docs.example.org/alerts/ShopDown.md">ShopDown</a> (critical)</h3>
<p><strong>The shop on a:1 is down</strong></p>
<p>It has not answered for &lt;1m&gt;.</p>
<p>Impact: Nobody can buy.</p>
<p>instance=a:1, service=shop<br>
since 2026-01-02 03:04:05 UTC</p>
</body>
</html>`);
});

describe("every template that a receiver uses can be filled in", () => {
  const config = alertmanagerConfig(model)["alertmanager/alertmanager.yml"] ?? "";
  const used = [...new Set(config.match(/\{\{.*?\}\}/g))];
  test.each(used)("%s", async (text) => {
    const type = text.includes("html") ? "html" : "text";
    expect(await render(text, group(firing, resolved), type)).not.toContain("<no value>");
  });
  test("and there are some", () => {
    expect(used).toContain(use("email_html"));
    expect(used).toContain('{{ template "signalbox.alerts" .Alerts.Resolved }}');
  });
});
