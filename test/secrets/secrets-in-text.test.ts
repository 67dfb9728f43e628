import { describe, expect, test } from "vitest";
import { formatProblem } from "../../generators/problem.ts";
import { inAddresses } from "../../generators/secrets/in-addresses.ts";
import { inAssignments } from "../../generators/secrets/in-assignments.ts";
import { ofNotifiers } from "../../generators/secrets/of-notifiers.ts";
import { ofProviders } from "../../generators/secrets/of-providers.ts";
import { secretsInText } from "../../generators/secrets/secrets-in-text.ts";

// Put together from pieces: what looks for secrets in the repository must not find these, which open nothing.
const letters = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOP";
const word = (length: number) => letters.slice(0, length);
const of = (...pieces: readonly string[]) => pieces.join("");
const hex = "0123456789abcdef".repeat(2);
const base64 = (text: string) => Buffer.from(text).toString("base64");

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
  ["a password in an address", of("https://user:", "$ecret", "@example.org")],
  ["a password in an address", of("https://user:", "pass", "@example.org")],
  ["a password in an address", of("user:", "hunter2", "@host.internal:8000")],
  ["a token in an address", of("https://", "t0kenOfTheShop", "@example.org/x")],
  ["a token in an address", of("https://", "token", "@example.org")],
  ["a secret in the query of an address", of("http://localhost:8080/performance?", "apikey=", "9f8a7b6c")],
  ["a secret in the query of an address", of("/metrics?", "token=", "9f8a7b6c5d")],
  ["a secret in the query of an address", of("/metrics?x=1&amp;", "access_token=", "opensesame")],
  ["a secret in the query of an address", of("?target=http%3A%2F%2Fshop%2F%3F", "apikey%3D", "9f8a7b6c5d")],
  ["a secret in the query of an address", of("http://shop/x?", hex)],
  ["a secret in the query of an address", of("http://shop/x?c=", hex)],
  ["a secret in the query of an address", of("http://shop/x?key=", "Ab0", word(30))],
  ["a user with a password", of("Authorization: Basic ", base64("shop:hunter2"))],
  ["a user with a password", of("ApiKey ", base64("id:0123456789"))],
  ["a password", of("password=", "hunter2")],
  ["a password", of("SMTP_PASSWORD=", "correcthorse")],
  ["a password", of('"password": "', "correcthorse", '"')],
  ["a token or key", of("X-Api-Key: '", "9f8a7b6c5d", "'")],
  ["a token or key", of("SHOP_TOKEN=", "9f8a7b6c5d")],
  ["a token or key", of('secretKey = "', "9f8a7b6c5d", '"')],
  ["a Stripe key", of("sk", "_live_", word(24))],
  ["a Google key", of("AI", "za", word(35))],
  ["a SendGrid key", of("SG", ".", word(22), ".", word(40))],
  ["an npm token", of("npm", "_", word(36))],
  ["a GitLab token", of("glrt", "-", word(20))],
  ["a Vault token", of("hvs", ".", word(30))],
  ["an AWS secret key", of("aws_secret_access_key = ", word(40))],
  ["a Slack token", of("xapp", "-1-", word(20))],
  ["an OpenAI or Anthropic key", of("sk", "-ant-", word(40))],
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
  ["a private key", of("AGE-SECRET", "-KEY-1", "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L")],
  ["a Google key", of("GOCSPX", "-", word(28))],
  ["a Twilio key", of("SK", hex)],
  ["a PyPI token", of("pypi", "-", word(52))],
  ["a Docker Hub token", of("dckr", "_pat_", word(24))],
  ["a DigitalOcean token", of("dop", "_v1_", hex, hex)],
  ["a Databricks token", of("dapi", hex)],
  ["a New Relic key", of("NRAK", "-", word(27))],
  ["a Hugging Face token", of("hf", "_", word(34))],
  ["an Azure key", of("AccountKey", "=", word(40))],
];

/** Found only where the line ends behind them. */
const atTheEnd = [of("password: ", "hunter2"), of("api_key: ", "9f8a7b6c5d")];

test("each shape that is looked for has one of these, with a sign that it is near", () => {
  const all = [...secrets.map(([, secret]) => secret), ...atTheEnd];
  for (const { near, shapes } of [ofNotifiers, ofProviders, inAddresses, inAssignments]) {
    for (const { what, shape } of shapes) {
      const own = all.flatMap((secret) => shape.exec(`url: ${secret}`)?.[0] ?? []);
      expect([what, String(shape), own.length > 0]).toEqual([what, String(shape), true]);
      const unseen = own.filter((secret: string) => !near.some((one) => one.test(secret)));
      expect([what, unseen]).toEqual([what, []]);
    }
  }
});

describe("what looks like a secret is found, once, wherever it stands, and no message prints it", () => {
  test.each(secrets)("%s: %#", (what, secret) => {
    for (const line of [`url: ${secret}`, `url: "${secret}"`, `text, with ${secret} in it`]) {
      const found = secretsInText(line);
      expect(found.map((one) => one.what)).toEqual([what]);
      const [{ value, index } = { value: "", index: 0 }] = found;
      expect(line.slice(index, index + value.length)).toBe(value);
      const place = { file: "a.ts", line: 1 };
      expect(formatProblem({ check: "x", place, message: line, fix: line })).not.toContain(value);
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
  ["a long metric", "shop_http_requests_with_a_token_that_has_expired_seconds_bucket:rate5m"],
  ["a commit", of("https://github.com/shop/shop/blob/", hex, "01234567/README.md?ref=", hex, "01234567")],
  ["a sum of a file", of("curl https://example.org/x?sha256=", hex, hex)],
  ["the sum of an image", of("prom/prometheus:v3.13.2@sha256:", hex, hex)],
  ["a UUID", "http://localhost:3000/d/x?panel=01234567-89ab-cdef-0123-456789abcdef"],
  ["a parameter that is a number", "https://example.org/x?token=1&page=2"],
  ["dots in the place of a token", "GET /scene/load?token=…&x=1, or token=..., or password=***"],
  ["what was redacted", "GET /scene/load?token=[redacted]&x=1"],
  ["a name for a token", "curl -H 'Authorization: Bearer YOUR_TOKEN' 'https://example.org/?apikey=API_KEY'"],
  ["AWS' own example", of("AK", "IA", "IOSFODNN7EXAMPLE")],
  ["a user's name in an address", "https://user@example.org and ssh://git@example.org"],
  ["base64 that hides no password", of("Basic ", base64("authentication"), " and Basic authentication")],
  ["a type", "readonly token: string;\n  password: string"],
  ["an expression", 'shop_logins_total{kind="token",secret="expired"}'],
  ["what follows a word in a sentence", "Ask for the password: the lead knows it.\nToken: none"],
  ["a key that names a file", "password_file: /run/secrets/smtp_password"],
  ["a file behind a key", "token: /run/secrets/shop_token"],
  ["a shell that reads one", 'ES_PASSWORD="$$(cat /run/secrets/elasticsearch_password)"; export ES_PASSWORD'],
  ["a pattern that finds them", "message.replace(/token=([^&]+)/, 'token=…')"],
  [
    "a secret of the definitions",
    "    password: secrets.mail2,\n    token: token2,\n    apiKey = keys.shop2",
  ],
  ["where a shell is", "PWD=/root"],
])("%s is fine", (_, line) => {
  expect(secretsInText(line)).toEqual([]);
});

const webhook = of("https://hooks.slack", ".com/services/", "T01234567/B01234567/", word(24));
const token = of("xo", "xb-", "123456789012-", word(20));

describe("no message prints the value that it is about", () => {
  test.each([
    ["a target", "user:hunter2@host:8000", "user:…@host:8000"],
    ["a target with a token", "https://t0kenOfTheShop@host:8000", "https://…@host:8000"],
    ["a path", "/metrics?token=9f8a7b6c5d", "/metrics?token=…"],
    ["a header", `Authorization: Basic ${base64("shop:hunter2")}`, "Authorization: Basic …"],
    ["a short address", "mail to shop:hunter2@host", "mail to shop:…@host"],
    ["a token before a port", "t0kenOfTheShop@host:8000", "…@host:8000"],
    ["a mail address", "ask shop-team@shop.internal: at once", "ask shop-team@shop.internal: at once"],
    ["an assignment", "password=hunter2, really", "password=…, really"],
    ["two of them", of("a ", token, " and ", webhook), "a … and https://…"],
    ["an image", `prom/prometheus:v3@sha256:${hex}`, `prom/prometheus:v3@sha256:${hex}`],
  ])("%s", (_, said, shown) => {
    const place = { file: "a.ts", line: 1 };
    const problem = { check: "x", place, message: `is "${said}"`, fix: `not "${said}"` };
    expect(formatProblem(problem)).toBe(`a.ts:1: is "${shown}" (x)\n  fix: not "${shown}"`);
  });
});
