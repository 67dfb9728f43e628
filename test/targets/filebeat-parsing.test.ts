import { describe, expect, test } from "vitest";
import type { LogModel } from "../../generators/model/model.ts";
import { filebeat } from "../../generators/targets/filebeat/config.ts";
import { flat, readAt, ship } from "./filebeat-pipeline.ts";
import { log, loggingShop } from "./small-log.ts";
import { smallLogs, smallModel, smallPlatform } from "./small-model.ts";

/** What is shipped of these lines, without what is the same for every line of the input. */
function shipped(lines: readonly string[], parts: Partial<LogModel> = {}, timeZone = "Europe/Berlin") {
  const model = smallModel({
    platform: smallPlatform({ logs: { ...smallLogs, timeZone } }),
    services: [loggingShop],
    logs: [log(parts)],
  });
  const text = filebeat(model)["filebeat/filebeat.yml"] ?? "";
  return ship(text, `shop.${parts.id ?? "console"}`, lines).map((event) => {
    const { "log.file.path": _path, "service.name": service, "event.dataset": dataset, ...own } = flat(event);
    expect({ service, dataset }).toEqual({ service: "shop", dataset: "shop.console" });
    return own;
  });
}

describe("level lines", () => {
  test("a plain line: time, level in small letters, message", () => {
    expect(shipped(["2025-12-04 12:34:56 | ERROR | Test error message"])).toEqual([
      { "@timestamp": "2025-12-04T11:34:56.000Z", "log.level": "error", message: "Test error message" },
    ]);
  });

  test.each([
    ["in summer", "2025-07-04 12:34:56 | INFO | x", "Europe/Berlin", "2025-07-04T10:34:56.000Z"],
    ["in another zone", "2025-07-04 12:34:56 | INFO | x", "America/New_York", "2025-07-04T16:34:56.000Z"],
    ["with a fraction of a second", "2025-12-04 12:34:56.789 | INFO | x", "UTC", "2025-12-04T12:34:56.789Z"],
    ["on a leap day", "2024-02-29 00:00:00 | INFO | x", "UTC", "2024-02-29T00:00:00.000Z"],
  ])("a time %s", (_, line, zone, time) => {
    expect(shipped([line], {}, zone)).toEqual([{ "@timestamp": time, "log.level": "info", message: "x" }]);
  });

  test.each([
    ["a bar in it", "2025-12-04 12:34:56 | WARNING | a | b | c", "warning", "a | b | c"],
    ["nothing in it", "2025-12-04 12:34:56 | INFO | ", "info", ""],
    ["a level that is filled up with spaces", "2025-12-04 12:34:56 | INFO     | x", "info", "x"],
    [
      "letters of other scripts",
      "2025-12-04 12:34:56 | DEBUG | Größe 日本 ✓ ${HOME}",
      "debug",
      "Größe 日本 ✓ ${HOME}",
    ],
  ])("a message with %s", (_, line, level, message) => {
    expect(shipped([line], {}, "UTC")).toEqual([
      { "@timestamp": "2025-12-04T12:34:56.000Z", "log.level": level, message },
    ]);
  });

  test("a stack trace belongs to its error", () => {
    const lines = [
      "2025-12-04 12:34:56 | ERROR | Order failed",
      "  at load (order.ts:12)",
      "",
      "  at main | really (main.ts:3)",
      "2025-12-04 12:34:57 | INFO | Next",
    ];
    expect(shipped(lines, { multiline: true }, "UTC")).toEqual([
      {
        "@timestamp": "2025-12-04T12:34:56.000Z",
        "log.level": "error",
        message: "Order failed\n  at load (order.ts:12)\n\n  at main | really (main.ts:3)",
      },
      { "@timestamp": "2025-12-04T12:34:57.000Z", "log.level": "info", message: "Next" },
    ]);
  });

  test.each([
    "Ticket shop v4.5",
    "",
    "2025-12-04 12:34:56 no bars",
    "2025-12-04 | ERROR | no time",
    "2025-02-30 12:34:56 | ERROR | no such day",
    "2025-13-01 12:34:56 | ERROR | no such month",
    "2025-12-04 24:00:00 | ERROR | no such hour",
    "2025-12-04 12:34:56 | 42 | no level",
    " 2025-12-04 12:34:56 | ERROR | not at the start",
  ])("what does not parse is kept as it is, and tagged: %j", (line) => {
    expect(shipped([line])).toEqual([{ "@timestamp": readAt, message: line, tags: ["unparsed"] }]);
  });

  test("the source's own tags stay", () => {
    expect(shipped(["?"], { tags: ["security"] })).toMatchObject([{ tags: ["security", "unparsed"] }]);
  });
});

describe("access lines", () => {
  const access = { format: "access lines" } as const;
  const time = { "@timestamp": "2025-12-04T12:34:56.000Z", "log.level": "info" };
  const line = (message: string) => `2025-12-04 12:34:56 | INFO | ${message}`;

  test.each([
    [
      "GET /scene 200 12.3ms 127.0.0.1",
      {
        "http.request.method": "GET",
        "url.original": "/scene",
        "url.path": "/scene",
        "http.response.status_code": 200,
        "event.duration": 12_300_000,
        "client.address": "127.0.0.1",
        "client.ip": "127.0.0.1",
        "source.ip": "127.0.0.1",
      },
    ],
    [
      "POST /scene/load?name=a&b=c 503 1200ms 2001:db8::1",
      {
        "http.request.method": "POST",
        "url.original": "/scene/load?name=a&b=c",
        "url.path": "/scene/load",
        "url.query": "name=a&b=c",
        "http.response.status_code": 503,
        "event.duration": 1_200_000_000,
        "client.address": "2001:db8::1",
        "client.ip": "2001:db8::1",
        "source.ip": "2001:db8::1",
      },
    ],
    [
      "DELETE / 404 0.1ms kiosk.local",
      {
        "http.request.method": "DELETE",
        "url.original": "/",
        "url.path": "/",
        "http.response.status_code": 404,
        "event.duration": 100_000,
        "client.address": "kiosk.local",
      },
    ],
  ])("%s", (message, fields) => {
    expect(shipped([line(message)], access, "UTC")).toEqual([{ ...time, message, ...fields }]);
  });

  test.each([
    "Server started",
    "GET /scene 200 12.3ms 127.0.0.1 and more",
    "GET /scene OK 12.3ms 127.0.0.1",
    "GET /scene 200 fast 127.0.0.1",
  ])("a line that is no request keeps its time, level and message, and is tagged: %s", (message) => {
    expect(shipped([line(message)], access, "UTC")).toEqual([{ ...time, message, tags: ["unparsed"] }]);
  });

  test("a request in a level line stays a message", () => {
    const message = "GET /scene 200 12.3ms 127.0.0.1";
    expect(shipped([line(message)], {}, "UTC")).toEqual([{ ...time, message }]);
  });
});

test("the scripts are ECMAScript 5.1, and have no dollar sign, which Filebeat would read as a variable", () => {
  const text = filebeat(smallModel({ logs: [log()] }))["filebeat/filebeat.yml"] ?? "";
  const script = text.slice(text.indexOf("source: |"), text.indexOf("- timestamp:"));
  expect(script.match(/function process\(event\)/g)).toHaveLength(2);
  expect(script).not.toMatch(/\$|=>|`|\b(?:const|let|class)\b/);
});
