import { alert, dashboard, row, runs, scrapeJob, text } from "signalbox";
import { describe, expect, test } from "vitest";
import { secretsCheck } from "../../generators/checks/texts/no-secret-values.ts";
import { compile } from "../../generators/compile.ts";
import { resolve } from "../../generators/model/resolve.ts";
import { formatProblem } from "../../generators/problem.ts";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { dashboardWith, orderPanel, orderRate, plainWords, sales } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "no-secret-values";
const fix = "  fix: move it from the definitions into a file, and refer to that with secretFile(…)";

// Put together from pieces: what looks for secrets in the repository must not find these, which open nothing.
const letters = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOP";
const word = (length: number) => letters.slice(0, length);
const of = (...pieces: readonly string[]) => pieces.join("");
const hex = "0123456789abcdef".repeat(2);

const secrets: readonly (readonly [what: string, secret: string])[] = [
  ["a Slack webhook address", of("https://hooks.slack", ".com/services/", "T01234567/B01234567/", word(24))],
  ["a Slack webhook address", of("https://hooks.slack", ".com/workflows/", "T01234567/A01234567/", word(18))],
  ["a Discord webhook address", of("https://discord", ".com/api/webhooks/", "123456789012345678/", word(40))],
  [
    "a Discord webhook address",
    of("https://discordapp", ".com/api/webhooks/", "123456789012345678/", word(40)),
  ],
  ["a Slack token", of("xo", "xb-", "123456789012-", word(20))],
  ["a JSON web token", of("ey", "J", word(20), ".", "ey", "J", word(20), ".", word(30))],
  ["a bearer token", of("Bearer ", word(32))],
  ["a bearer token", of("authorization: bearer ", word(32))],
  ["a private key", of("-----BEGIN ", "PRIVATE KEY-----")],
  ["a private key", of("-----BEGIN ", "RSA PRIVATE KEY-----")],
  ["an AWS access key", of("AK", "IA", "ABCDEFGHIJKLMNOP")],
  ["an AWS access key", of("AS", "IA", "ABCDEFGHIJKLMNOP")],
  ["a GitHub token", of("gh", "p_", word(36))],
  ["a GitHub token", of("github", "_pat_", word(40))],
  ["a GitLab token", of("glp", "at-", word(20))],
  ["a Grafana token", of("gl", "sa_", word(32), "_0123abcd")],
  ["a password in an address", of("https://shop:", "hunter2", "@example.org/path")],
  ["a password in an address", of("redis://:", "hunter2", "@cache:6379")],
  ["a PagerDuty key", of("routing_key: ", hex)],
  ["a PagerDuty key", of('"service_key": "', hex, '"')],
  ["a Telegram bot token", of("1234567890", ":AA", word(33))],
  ["an Opsgenie key", of("GenieKey ", "01234567-89ab-cdef-0123-", "456789abcdef")],
  ["an Opsgenie key", of("api_key: ", "01234567-89ab-cdef-0123-", "456789abcdef")],
  [
    "a Teams webhook address",
    of(
      "https://shop.webhook.office",
      ".com/webhookb2/",
      word(20),
      "@",
      word(20),
      "/IncomingWebhook/",
      word(20),
    ),
  ],
  [
    "a Teams webhook address",
    of(
      "https://prod-1.westeurope.logic.azure",
      ".com:443/workflows/",
      word(20),
      "/invoke?sp=x&",
      "sig=",
      word(30),
    ),
  ],
  [
    "a Teams webhook address",
    of("https://x.environment.api.powerplatform", ".com/a/workflows/", word(20), "/x?", "sig=", word(30)),
  ],
];

/** What is said of one file with this text, when no definition holds it. */
function problems(line: string): string[] {
  const { model } = resolve(definitionsWith());
  return secretsCheck(model)("alertmanager/alertmanager.yml", `# generated\n${line}\n`).map(formatProblem);
}

describe("what looks like a secret is reported, and never repeated", () => {
  const { platform } = definitionsWith();
  const place = `${platform.place.file}:${platform.place.line}`;
  test.each(secrets)("%s", (what, secret) => {
    for (const line of [`url: ${secret}`, `url: "${secret}"`, `text, with ${secret} in it`]) {
      const found = problems(line);
      expect(found).toEqual([
        `${place}: out/alertmanager/alertmanager.yml:2 would contain ${what} (${id})\n${fix}`,
      ]);
      expect(found.join()).not.toContain(secret.slice(-12, -1));
    }
  });
});

test.each([
  ["a path of a secret file", "api_url_file: /run/secrets/slack_webhook_url"],
  ["a token that is read from a file", "credentials_file: /run/secrets/shop_token"],
  ["a path after the word", of("Bearer ", "/run/secrets/a_token_of_the_shop_1")],
  ["a variable of compose", of("https://elastic:", "${ELASTICSEARCH_PASSWORD}", "@elasticsearch:9200")],
  ["a variable without braces", of("https://elastic:", "$PASSWORD", "@elasticsearch:9200")],
  ["a template", of("Bearer ", "{{ .Token | printf 12345678901234567890 }}")],
  ["a template in an address", of("https://elastic:", "{{.Password}}", "@elasticsearch:9200")],
  ["a variable after the word", of("Bearer ", "${SHOP_TOKEN_0123456789}")],
  ["a placeholder", of("https://user:", "<password>", "@example.org")],
  ["a placeholder of a webhook", of("https://hooks.slack", ".com/services/<team>/<bot>/<token>")],
  ["the address without what is secret", of("https://hooks.slack", ".com/services/")],
  ["words", "a Bearer authentication-by-token is wanted, see Bearer tokens"],
  ["an address with a port", "http://alertmanager:9093/api/v2@latest"],
  ["a mail address after a host", "https://example.org/?to=shop:a@example.org"],
  ["an image", "image: registry.example.org:5000/prom/prometheus:v3.13.2@sha256"],
  ["a public key", of("-----BEGIN ", "PUBLIC KEY-----")],
  ["a sum that is no key", `checksum: ${hex}`],
  ["a metric", "github_patches_total eyJ xoxb"],
])("%s is fine", (_, line) => {
  expect(problems(line)).toEqual([]);
});

const [, webhook = ""] = secrets[0] ?? [];
const [, token = ""] = secrets[4] ?? [];

describe("it is reported at the definition that holds it", () => {
  test("an alert, once, however many files it would reach", () => {
    // the alert
    const Leaky = alert({ ...plainWords, expr: orderRate.gt(5), description: `Ask ${webhook} for help.` });
    expect(problemsOf(id, definitionsWith({ alerts: { Leaky } }))).toEqual([
      expect.stringMatching(
        new RegExp(
          `^${at("the alert")}: out/\\S+:\\d+ would contain a Slack webhook address \\(${id}\\)\\n${escaped(fix)}$`,
        ),
      ),
    ]);
  });

  test("words that a function gives", () => {
    // the function
    const Leaky = alert({
      ...plainWords,
      expr: orderRate.gt(5),
      summary: ({ value }) => `${value} ${token}`,
    });
    expect(problemsOf(id, definitionsWith({ alerts: { Leaky } }))).toEqual([
      expect.stringMatching(`^${at("the function")}: `),
    ]);
  });

  test("the panel, and not its dashboard", () => {
    const words = { title: "Help", description: "Where to ask." };
    // the panel
    const panel = text({ ...words, markdown: `Ask ${token}.` });
    expect(problemsOf(id, definitionsWith({ dashboards: { more: dashboardWith(panel) } }))).toEqual([
      expect.stringMatching(`^${at("the panel")}: out/grafana/dashboards/`),
    ]);
  });

  test("a dashboard", () => {
    const rows = [row("Sales", [orderPanel])];
    // the dashboard
    const more = dashboard("x", { title: "X", description: token, folder: "Shop", last: "6h", rows });
    expect(problemsOf(id, definitionsWith({ dashboards: { more } }))).toEqual([
      expect.stringMatching(`^${at("the dashboard")}: `),
    ]);
  });

  test("an expression", () => {
    const web = sales.shop_orders_total.where({ channel: "web", instance: token });
    const scenario = runs(web, { ok: 3, limit: 5, firing: 5.25 });
    const expr = orderRate.where({ instance: token }).gt(5);
    const allow = { "matchers-find-series": "its target is called so" };
    // the expression
    const Leaky = alert({ ...plainWords, expr, scenario, allow });
    expect(problemsOf(id, definitionsWith({ alerts: { Leaky } }))).toEqual([
      expect.stringMatching(`^${at("the expression")}: `),
    ]);
  });

  test("a target's label", () => {
    // the job
    const till = scrapeJob("till", {
      description: "The till.",
      targets: ["localhost:81"],
      labels: { key: token },
    });
    expect(problemsOf(id, definitionsWith({ jobs: { till } }))).toEqual([
      expect.stringMatching(`^${at("the job")}: `),
    ]);
  });

  test("two secrets of one kind are both reported", () => {
    // one
    const One = alert({ ...plainWords, expr: orderRate.gt(5), description: token });
    // two
    const Two = alert({ ...plainWords, expr: orderRate.gt(5.1), description: `${token}-other` });
    const found = problemsOf(id, definitionsWith({ alerts: { One, Two } }));
    expect(found.map((problem) => problem.split(": ")[0])).toEqual([at("one"), at("two")]);
  });
});

test("of several files and lines the first is reported", () => {
  const { model } = resolve(definitionsWith());
  const check = secretsCheck(model);
  const found = [...check("b.yml", `a\nb\n${token}\n${token}`), ...check("a.yml", token)];
  expect(found.map(({ message }) => message)).toEqual(["out/b.yml:3 would contain a Slack token"]);
});

test("nothing is written then", () => {
  const Leaky = alert({ ...plainWords, expr: orderRate.gt(5), description: token });
  expect(compile(definitionsWith({ alerts: { Leaky } })).files).toEqual({});
});

test("a secret cannot be allowed", () => {
  const allow = { [id]: "nobody looks" };
  // allowed
  const Leaky = alert({ ...plainWords, allow, expr: orderRate.gt(5), description: token });
  expect(problemsOf(id, definitionsWith({ alerts: { Leaky } }))).toEqual([
    `${at("allowed")}: allow names the check "${id}", which does not exist (allowances-apply)\n  fix: correct the id, or remove the line`,
  ]);
});

function escaped(plain: string): string {
  return plain.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
