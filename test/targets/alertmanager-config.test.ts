import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { email } from "../../generators/language/notifier.ts";
import type { LabelMatch, PlatformModel } from "../../generators/model/routing-model.ts";
import { alertmanagerConfig } from "../../generators/targets/alertmanager/config.ts";
import { critical, low, people, smallModel, smallPlatform } from "./small-model.ts";
import { everyNotifier, inhibition, interval, receiver, route } from "./small-routing.ts";

const path = "alertmanager/alertmanager.yml";
const config = (parts: Partial<PlatformModel>) =>
  alertmanagerConfig(smallModel({ platform: smallPlatform(parts) }))[path] ?? "";

/** The section of this name, to its end. */
const section = (name: string, text: string) => new RegExp(`^${name}:\\n(?:[ -].*\\n)*`, "m").exec(text)?.[0];

test("one receiver for everything: the whole file", () => {
  expect(alertmanagerConfig(smallModel())).toEqual({
    [path]: `# Generated from definitions/platform/platform.ts by "signalbox build": edit there, not here.
templates:
  - templates/*.tmpl
route:
  receiver: people
receivers:
  - name: people
`,
  });
});

describe("routes", () => {
  test("nested ones, with everything that a route can say, in the author's order", () => {
    const other = receiver("other");
    const hours = interval("hours");
    const nights = interval("nights");
    const routing = route({
      groupBy: ["alertname", "service"],
      groupWait: "30s",
      groupInterval: "5m",
      repeatInterval: "4h",
      routes: [
        route({ match: { severity: low }, mutedDuring: [nights], continue: true }),
        route({
          match: { severity: critical, service: "shop" },
          receiver: other,
          routes: [route({ match: { alertname: "ShopDown" }, activeDuring: [hours], repeatInterval: "1h" })],
        }),
      ],
    });
    const timeIntervals = { hours, nights };
    expect(section("route", config({ routing, receivers: { people, other }, timeIntervals }))).toBe(`route:
  receiver: people
  group_by:
    - alertname
    - service
  group_wait: 30s
  group_interval: 5m
  repeat_interval: 4h
  routes:
    - matchers:
        - severity="low"
      receiver: people
      mute_time_intervals:
        - nights
      continue: true
    - matchers:
        - severity="critical"
        - service="shop"
      receiver: other
      routes:
        - matchers:
            - alertname="ShopDown"
          receiver: people
          repeat_interval: 1h
          active_time_intervals:
            - hours
`);
  });

  test.each<[string, LabelMatch, string]>([
    ["one value", { service: "shop" }, `service="shop"`],
    ["several values", { severity: [critical, low] }, `severity=~"critical|low"`],
    [
      "values that mean something in a pattern",
      { alertname: ["a.b", "c|d"] },
      `alertname=~"a\\\\.b|c\\\\|d"`,
    ],
    ["a pattern", { labels: { team: /shop-\d+/ } }, `team=~"shop-\\\\d+"`],
    ["quotes and backslashes", { service: 'the "shop" \\ Ltd' }, `service="the \\"shop\\" \\\\ Ltd"`],
    ["a line break", { service: "a\nb" }, `service="a\\nb"`],
    ["spaces and other scripts", { service: "der Laden 店" }, `service="der Laden 店"`],
    ["a value that a YAML reader could take for something else", { service: "yes" }, `service="yes"`],
    ["a label that is no plain word", { labels: { "my.team": "a" } }, `"my.team"="a"`],
  ])("a match on %s", (_, match, matcher) => {
    const written: unknown = parse(config({ routing: route({ routes: [route({ match })] }) }));
    expect(written).toMatchObject({ route: { routes: [{ matchers: [matcher] }] } });
  });
});

describe("what stands beside the routes", () => {
  test("inhibitions, by name", () => {
    const ladder = inhibition("critical-inhibits-low", {
      source: { severity: critical },
      target: { severity: [low] },
      equal: ["service", "component"],
    });
    expect(section("inhibit_rules", config({ inhibitions: { ladder } }))).toBe(`inhibit_rules:
  - name: critical-inhibits-low
    source_matchers:
      - severity="critical"
    target_matchers:
      - severity=~"low"
    equal:
      - service
      - component
`);
  });

  test("time intervals, with hours of two digits", () => {
    const hours = interval("hours");
    const weekend = interval("weekend", { weekdays: ["saturday", "sunday"] });
    expect(section("time_intervals", config({ timeIntervals: { hours, weekend } }))).toBe(`time_intervals:
  - name: hours
    time_intervals:
      - weekdays:
          - monday:friday
        times:
          - start_time: "09:00"
            end_time: "17:00"
        location: Europe/Berlin
  - name: weekend
    time_intervals:
      - weekdays:
          - saturday
          - sunday
        times:
          - start_time: "09:00"
            end_time: "17:00"
        location: Europe/Berlin
`);
  });

  test("the mail server, only where somebody gets e-mail", () => {
    const byMail = receiver("by-mail", { notifiers: [email({ to: "people@example.org" })] });
    expect(section("global", config({}))).toBeUndefined();
    expect(section("global", config({ receivers: { people, byMail } }))).toBe(`global:
  smtp_smarthost: mail.example.org:587
  smtp_from: alerts@example.org
  smtp_auth_username: alerts
  smtp_auth_password_file: /run/secrets/smtp_password
  smtp_require_tls: true
`);
  });
});

test("a receiver with a notifier of each kind; every secret is a file", () => {
  expect(section("receivers", config({ receivers: { people, everyNotifier } }))).toBe(`receivers:
  - name: people
  - name: every-notifier
    pagerduty_configs:
      - routing_key_file: /run/secrets/pagerduty_key
        send_resolved: true
        description: '{{ template "signalbox.title" . }}'
        severity: '{{ template "signalbox.pagerduty_severity" . }}'
        class: "{{ .CommonLabels.alertname }}"
        component: "{{ .CommonLabels.component }}"
        group: "{{ .CommonLabels.service }}"
        client: signalbox
        client_url: '{{ template "signalbox.alertmanager_url" . }}'
        details:
          firing: '{{ template "signalbox.alerts" .Alerts.Firing }}'
          resolved: '{{ template "signalbox.alerts" .Alerts.Resolved }}'
          num_firing: "{{ len .Alerts.Firing }}"
          num_resolved: "{{ len .Alerts.Resolved }}"
        links:
          - href: '{{ template "signalbox.runbook_url" . }}'
            text: Runbook
          - href: '{{ template "signalbox.dashboard_url" . }}'
            text: Dashboard
          - href: '{{ template "signalbox.silence_url" . }}'
            text: Silence
    slack_configs:
      - api_url_file: /run/secrets/slack_url
        channel: "#alerts"
        send_resolved: true
        color: '{{ template "signalbox.color" . }}'
        title: '{{ template "signalbox.slack_title" . }}'
        title_link: '{{ template "signalbox.runbook_url" . }}'
        text: '{{ template "signalbox.slack_text" . }}'
        fallback: '{{ template "signalbox.slack_title" . }}'
        mrkdwn_in:
          - pretext
        actions:
          - type: button
            text: Runbook
            url: '{{ template "signalbox.runbook_url" . }}'
          - type: button
            text: Dashboard
            url: '{{ template "signalbox.dashboard_url" . }}'
          - type: button
            text: Silence
            url: '{{ template "signalbox.silence_url" . }}'
    discord_configs:
      - webhook_url_file: /run/secrets/discord_url
        send_resolved: true
        title: '{{ template "signalbox.discord_title" . }}'
        message: '{{ template "signalbox.discord_text" . }}'
    email_configs:
      - to: people@example.org
        send_resolved: true
        headers:
          Subject: '{{ template "signalbox.title" . }}'
        html: '{{ template "signalbox.email_html" . }}'
        text: '{{ template "signalbox.text" . }}'
    webhook_configs:
      - url_file: /run/secrets/webhook_url
        send_resolved: true
        max_alerts: 500
    msteamsv2_configs:
      - webhook_url_file: /run/secrets/msteams_url
        send_resolved: true
        title: '{{ template "signalbox.msteams_title" . }}'
        text: '{{ template "signalbox.msteams_text" . }}'
    opsgenie_configs:
      - api_key_file: /run/secrets/opsgenie_key
        api_url: https://api.eu.opsgenie.com/
        send_resolved: true
        message: '{{ template "signalbox.opsgenie_title" . }}'
        description: '{{ template "signalbox.opsgenie_text" . }}'
        source: signalbox
        entity: "{{ .CommonLabels.service }}"
        priority: '{{ template "signalbox.opsgenie_priority" . }}'
        responders:
          - name: Shop
            type: team
          - username: ann@example.org
            type: user
        tags: shop,stock
        update_alerts: true
        details:
          Runbook: '{{ template "signalbox.runbook_url" . }}'
          Dashboard: '{{ template "signalbox.dashboard_url" . }}'
          Silence: '{{ template "signalbox.silence_url" . }}'
    telegram_configs:
      - bot_token_file: /run/secrets/telegram_token
        chat_id: -1001234567890
        message_thread_id: 7
        send_resolved: true
        parse_mode: HTML
        message: '{{ template "signalbox.telegram_html" . }}'
`);
});
