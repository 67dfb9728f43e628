import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { filebeat } from "../../generators/targets/filebeat/config.ts";
import { ship } from "./filebeat-pipeline.ts";
import { log, loggingShop } from "./small-log.ts";
import { smallModel } from "./small-model.ts";

const configs = {
  "access lines": config("access lines"),
  "level lines": config("level lines"),
};

function config(format: "access lines" | "level lines"): string {
  return (
    filebeat(smallModel({ services: [loggingShop], logs: [log({ format })] }))["filebeat/filebeat.yml"] ?? ""
  );
}

/** All that leaves the machine of a line, as Filebeat sends it. */
function shipped(line: string, format: keyof typeof configs = "access lines") {
  return ship(configs[format], "shop.console", [line])[0];
}

const request = (address: string) => `2025-12-04 12:34:56 | INFO | GET ${address} 200 12.3ms 127.0.0.1`;
const message = (text: string) => `2025-12-04 12:34:56 | ERROR | ${text}`;

test("the values of secrets are gone from every field, and all else stays", () => {
  expect(shipped(request("/scene/load?token=SECRET123&x=1"))).toMatchObject({
    message: "GET /scene/load?token=REDACTED&x=1 200 12.3ms 127.0.0.1",
    url: {
      original: "/scene/load?token=REDACTED&x=1",
      path: "/scene/load",
      query: "token=REDACTED&x=1",
    },
    http: { request: { method: "GET" }, response: { status_code: 200 } },
    client: { ip: "127.0.0.1" },
  });
});

describe("by the name of the parameter, however it is written", () => {
  test.each([
    "token",
    "key",
    "password",
    "secret",
    "TOKEN",
    "access_token",
    "accessToken",
    "refresh-token",
    "csrftoken",
    "token2",
    "tokens[]",
    "api_key",
    "apikey",
    "APIKey",
    "X-API-Key",
    "client_secret",
    "user[password]",
    "passwd",
    "pwd",
    "sig",
    "signature",
    "X-Amz-Signature",
    "X-Amz-Credential",
    "hmac",
    "jwt",
    "auth",
    "sessionid",
    "%74oken",
    "%2574oken",
    "user%5Bpassword%5D",
  ])("%s", (name) => {
    const sent = JSON.stringify(shipped(request(`/load?a=1&${name}=hunter2&b=2`)));
    expect(sent).not.toContain("hunter2");
    expect(sent).toContain(`a=1&${name}=REDACTED&b=2`);
  });

  test.each(["name", "monkey", "keyboard", "sortby", "author", "design", "bypass", "authenticated", "page"])(
    "and what only looks like one stays: %s",
    (name) =>
      expect(JSON.stringify(shipped(request(`/load?${name}=hall&b=2`)))).toContain(`${name}=hall&b=2`),
  );
});

describe("wherever it stands", () => {
  test.each([
    ["first, in the middle and last", "/a?token=hunter2&password=hunter2&c=3&key=hunter2"],
    ["twice", "/a?token=hunter2&token=hunter2"],
    ["with what ends a value for some servers", "/a?token=;hunter2"],
    ["with a quote", "/a?token=%22\"'hunter2"],
    ["with an equals sign", "/a?token=abc=hunter2=="],
    ["with a question mark and slashes", "/a?token=abc?/hunter2"],
    ["after a hash", "/a#access_token=hunter2"],
    ["after a semicolon", "/a?x=1;token=hunter2"],
    ["in an encoded address", "/a?next=https%3A%2F%2Fexample.org%2F%3Fa%3D1%26token%3Dhunter2"],
    ["in an address that is encoded twice", "/a?next=%252Fb%253Ftoken%253Dhunter2"],
    ["with a broken escape", "/a?%zz=%&token=%hunter2"],
    ["before the host", "https://user:hunter2@example.org/a"],
    ["a token alone before the host", "https://hunter2@example.org/a"],
  ])("%s", (_, address) => {
    expect(JSON.stringify(shipped(request(address)))).not.toContain("hunter2");
  });

  test.each([
    ["a message that names an address", message("GET http://relay/x?token=hunter2 failed: 401")],
    ["a message with pairs", message("login failed, user=bob password=hunter2")],
    ["a line that is no request", message("POST /a?token=hunter2 200")],
    ["a line that cannot be taken apart", "connecting to wss://relay/?apikey=hunter2"],
    ["a stack trace", message("failed\n  at /load?token=hunter2\n  at main")],
  ])("in %s", (_, line) => {
    for (const format of ["access lines", "level lines"] as const) {
      const sent = JSON.stringify(shipped(line, format));
      expect(sent).not.toContain("hunter2");
      expect(sent).toContain("REDACTED");
    }
  });

  test("nothing of any value is left, and nothing throws", () => {
    const value = fc.string({ unit: "grapheme", minLength: 0, maxLength: 40 });
    const query = fc.string({ unit: "binary", maxLength: 60 });
    fc.assert(
      fc.property(query, value, (before, after) => {
        const secret = `${after}hunter2${after}`.replaceAll(/[\s&]/gu, "");
        const sent = JSON.stringify(shipped(message(`${before}&token=${secret}&end=1`), "level lines"));
        expect(sent).not.toContain("hunter2");
        expect(sent).toContain("&token=REDACTED&end=1");
        expect(sent).not.toContain("_js_exception");
      }),
      // Each reads the whole configuration anew.
      { numRuns: 20 },
    );
  });
});

test("an empty value stays empty, and a message without one is as it was", () => {
  expect(shipped(request("/a?token=&x=1"))).toMatchObject({ url: { query: "token=&x=1" } });
  expect(shipped(message("Token refused: key missing, 3 = 3"), "level lines")).toMatchObject({
    message: "Token refused: key missing, 3 = 3",
  });
});
