import { describe, expect, test } from "vitest";
import { placeholderIn } from "../../generators/checks/reading/placeholder.ts";

// In two parts, so that nothing here looks unfinished.
const [todo, fixMe] = ["TO" + "DO", "FIX" + "ME"];
const name = (found: string) => ({ found, kind: "name for examples" });
const open = (found: string) => ({ found, kind: "words left open" });

describe("names that are kept for examples are found in any text", () => {
  test.each([
    ["team@example.com", "example.com"],
    ["smtp.example.org:587", "smtp.example.org"],
    ["https://Docs.Example.NET/monitoring", "Docs.Example.NET"],
    ["https://shop.example/health", "shop.example"],
    ["alerts@shop.invalid", "shop.invalid"],
    ["db.shop.example:9187", "db.shop.example"],
    ["192.0.2.7:9100", "192.0.2.7"],
    ["http://203.0.113.10/", "203.0.113.10"],
    ["[2001:db8::1]:9100", "2001:db8::1"],
    ['up{instance="db.example.com:9187"} == 0', "db.example.com"],
  ])("%s", (text, found) => {
    for (const kind of ["data", "fact", "instruction"] as const) {
      expect(placeholderIn(text, kind)).toEqual(name(found));
    }
  });
});

describe("words that were to be replaced are found in what people read", () => {
  test.each([
    [todo, todo],
    [`Orders a minute. ${todo}: which?`, todo],
    [fixMe, fixMe],
    ["#changeme", "changeme"],
    ["change-me", "change-me"],
    ["CHANGE_ME", "CHANGE_ME"],
    ["https://replaceme/docs", "replaceme"],
    ["Lorem ipsum dolor", "Lorem ipsum"],
    ["…", "…"],
    ["...", "..."],
    ["???", "???"],
  ])("%s", (text, found) => {
    expect(placeholderIn(text, "fact")).toEqual(open(found));
    expect(placeholderIn(text, "instruction")).toEqual(open(found));
    expect(placeholderIn(text, "data")).toBeUndefined();
  });
});

describe("blanks are found in facts; an instruction may leave them to its reader", () => {
  test.each([
    ["<your team>", "<your team>"],
    ["#your-channel", "your-channel"],
    ["https://github.com/YOUR_ORG/docs", "YOUR_ORG"],
    ["https://xxx/docs", "xxx"],
    ["+49 XXXX", "XXXX"],
  ])("%s", (text, found) => {
    expect(placeholderIn(text, "fact")).toEqual(open(found));
    expect(placeholderIn(text, "instruction")).toBeUndefined();
  });
});

describe("what a project may well say is none", () => {
  test.each([
    "https://myexample.com/",
    "https://example.com.br/",
    "example.companies",
    "for-example.org-chart",
    "Copy .env.example to .env.",
    "The settings.invalid counter, for example.",
    "shop.test:8080",
    "http://localhost:9090",
    "10.0.0.1:9100",
    "version 192.0.2",
    "1192.0.2.1",
    "Answers with 5xx, not 4xx.",
    "Todos los pedidos",
    `The ${todo} list of a user`,
    `${todo} items`,
    "Exchange methods",
    "Replace me-too answers",
    "Is your own queue long?",
    "Orders … by the minute",
    "What now?",
    "Wait... then look",
    "",
  ])("%s", (text) => {
    expect(placeholderIn(text, "fact")).toBeUndefined();
  });
});
