import { expect, test } from "vitest";
import {
  ignoreTimeIntervals,
  redirectReceivers,
  type AlertmanagerConfig,
  redirectPrometheus,
  trustAuthority,
  redirectTargets,
} from "../../scripts/up/adapted-files.ts";

test("without e-mail there is nothing that all receivers share, and nothing is added", () => {
  const config: AlertmanagerConfig = { route: {}, receivers: [{ name: "nobody" }] };
  redirectReceivers(config, { smarthost: "127.0.0.1:25", urlFor: () => "http://x" }, (name) => name);
  expect(config).toEqual({ route: {}, receivers: [{ name: "nobody" }] });
});

test("every notifier notifies the local receiver, which learns whom it was for; all else stays", () => {
  const config: AlertmanagerConfig = {
    global: { smtp_smarthost: "smtp.example.com:587", smtp_from: "a@example.com", smtp_require_tls: true },
    route: {},
    receivers: [
      {
        name: "on-call",
        slack_configs: [
          { api_url_file: "/run/secrets/slack", channel: "#a" },
          { api_url_file: "/run/secrets/slack" },
        ],
        pagerduty_configs: [{ routing_key_file: "/run/secrets/key" }],
        email_configs: [{ to: "b@example.com", headers: { Subject: "hello" } }],
      },
      { name: "hook", webhook_configs: [{ url_file: "/run/secrets/hook" }], discord_configs: [{}] },
    ],
  };
  const server = {
    smarthost: "127.0.0.1:25",
    urlFor: (receiver: string, kind: string) => `http://x/${receiver}/${kind}`,
  };
  const files = redirectReceivers(config, server, (name) => `/secrets/${name}`);
  expect(config).toEqual({
    global: { smtp_smarthost: "127.0.0.1:25", smtp_from: "a@example.com", smtp_require_tls: false },
    route: {},
    receivers: [
      {
        name: "on-call",
        slack_configs: [
          { api_url_file: "/secrets/slack-url-of-on-call", channel: "#a" },
          { api_url_file: "/secrets/slack-url-of-on-call" },
        ],
        pagerduty_configs: [{ routing_key_file: "/run/secrets/key", url: "http://x/on-call/pagerduty" }],
        email_configs: [
          { to: "b@example.com", headers: { Subject: "hello", "X-Signalbox-Receiver": "on-call" } },
        ],
      },
      {
        name: "hook",
        webhook_configs: [{ url_file: "/secrets/webhook-url-of-hook" }],
        discord_configs: [{ webhook_url_file: "/secrets/discord-url-of-hook" }],
      },
    ],
  });
  expect(files).toEqual([
    { name: "slack-url-of-on-call", url: "http://x/on-call/slack" },
    { name: "discord-url-of-hook", url: "http://x/hook/discord" },
    { name: "webhook-url-of-hook", url: "http://x/hook/webhook" },
  ]);
});

test("at any hour no route waits for its time, however deep it is", () => {
  const route = { routes: [{ active_time_intervals: ["a"], routes: [{ mute_time_intervals: ["b"] }] }] };
  ignoreTimeIntervals(route);
  expect(route).toEqual({ routes: [{ routes: [{}] }] });
});

test("Prometheus finds its Alertmanager, and the exporters that are asked in a target's place", () => {
  const config = {
    alerting: { alertmanagers: [{ static_configs: [{ targets: ["alertmanager:9093"] }] }] },
    global: {},
    rule_files: ["alerts.yml"],
    scrape_configs: [
      { job_name: "plain" },
      { job_name: "secure", scheme: "https" },
      {
        job_name: "behind",
        relabel_configs: [
          { target_label: "__param_target" },
          { target_label: "__address__", replacement: "json-exporter:7979" },
        ],
      },
    ],
  };
  const hosts = new Map([["json-exporter:7979", "127.0.0.1:7"]]);
  redirectPrometheus(config, { hosts, targets: [] }, "127.0.0.1:9");
  expect(config).toEqual({
    alerting: { alertmanagers: [{ static_configs: [{ targets: ["127.0.0.1:9"] }] }] },
    global: {},
    rule_files: ["alerts.yml"],
    scrape_configs: [
      { job_name: "plain" },
      { job_name: "secure", scheme: "https", tls_config: { insecure_skip_verify: true } },
      {
        job_name: "behind",
        relabel_configs: [
          { target_label: "__param_target" },
          { target_label: "__address__", replacement: "127.0.0.1:7" },
        ],
      },
    ],
  });
});

test("targets that are found by name are looked for in the simulator, and asked where they are simulated", () => {
  const named = { target_label: "__address__", replacement: "http://filebeat:5066/stats" };
  const instance = { target_label: "instance", replacement: "filebeat:5066" };
  const config = {
    alerting: { alertmanagers: [] },
    global: {},
    rule_files: [],
    scrape_configs: [
      {
        job_name: "filebeat",
        dns_sd_configs: [{ names: ["filebeat."] }],
        relabel_configs: [{ ...named }, { ...instance }],
      },
      {
        job_name: "plain",
        dns_sd_configs: [{}],
        relabel_configs: [{ ...instance, target_label: "__address__" }],
      },
    ],
  };
  const hosts = new Map([
    ["service-discovery", "127.0.0.1:1"],
    ["filebeat:5066", "127.0.0.1:2"],
  ]);
  const target = { instance: "filebeat:5066" };
  const targets = [
    { ...target, job: "filebeat", address: "http://filebeat:5066/stats", url: "http://127.0.0.1:2/stats" },
    { ...target, job: "plain", address: "filebeat:5066", url: "http://127.0.0.1:2/metrics" },
  ];
  redirectPrometheus(config, { hosts, targets }, "127.0.0.1:9");
  const found = (job: string) => [{ url: `http://127.0.0.1:1/${job}`, refresh_interval: "1s" }];
  expect(config.scrape_configs).toEqual([
    {
      job_name: "filebeat",
      http_sd_configs: found("filebeat"),
      relabel_configs: [{ ...named, replacement: "http://127.0.0.1:2/stats" }, instance],
    },
    {
      job_name: "plain",
      http_sd_configs: found("plain"),
      relabel_configs: [{ target_label: "__address__", replacement: "127.0.0.1:2" }],
    },
  ]);
});

test("who verifies certificates trusts the authority of the simulated targets; who does not goes on so", () => {
  const config = {
    modules: {
      verifies: { http: { tls_config: { insecure_skip_verify: false } } },
      "verifies too": { http: {} },
      "takes any": { http: { tls_config: { insecure_skip_verify: true } } },
      "JSON with a token": { http_client_config: { follow_redirects: false } },
      JSON: {},
    },
  };
  trustAuthority(config, "/ca.pem");
  expect(config.modules).toEqual({
    verifies: { http: { tls_config: { insecure_skip_verify: false, ca_file: "/ca.pem" } } },
    "verifies too": { http: { tls_config: { ca_file: "/ca.pem" } } },
    "takes any": { http: { tls_config: { insecure_skip_verify: true } } },
    "JSON with a token": {
      http_client_config: { follow_redirects: false, tls_config: { ca_file: "/ca.pem" } },
    },
    JSON: { http_client_config: { tls_config: { ca_file: "/ca.pem" } } },
  });
});

test("a target is the simulated one in the form it was written in; its labels stay", () => {
  const served = [
    { job: "a", instance: "x:1", address: "x:1", url: "http://127.0.0.1:5/metrics" },
    { job: "b", instance: "x", address: "http://x:1/health", url: "http://127.0.0.1:5/health" },
  ];
  const hosts = [{ targets: ["x:1", "y:1"], labels: { instance: "x:1" } }];
  redirectTargets(hosts, "a", served);
  expect(hosts).toEqual([{ targets: ["127.0.0.1:5", "y:1"], labels: { instance: "x:1" } }]);
  const urls = [{ targets: ["http://x:1/health"] }];
  redirectTargets(urls, "b", served);
  expect(urls).toEqual([{ targets: ["http://127.0.0.1:5/health"] }]);
});
