import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { contentKey } from "../../scripts/kept/content-key.ts";
import { shelfAt } from "../../scripts/kept/shelf.ts";

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "signalbox-shelf-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const isText = (value: unknown): value is string => typeof value === "string";
const open = (today = 100) => shelfAt(join(folder, "kept", "verdicts.json"), isText, today);
const kept = (key: string, today?: number) => open(today).get(key);
const keep = (key: string, value: string, today?: number) => {
  const shelf = open(today);
  shelf.put(key, value);
  shelf.save();
};

describe("a shelf", () => {
  test("has what was put there and saved, in the next process as well", () => {
    keep("a", "ok");
    expect(kept("a")).toBe("ok");
    expect(kept("b")).toBeUndefined();
  });

  test("has what was put there before it is saved, and writes nothing until then", () => {
    const shelf = open();
    shelf.put("a", "ok");
    expect(shelf.get("a")).toBe("ok");
    expect(readdirSync(folder)).toEqual([]);
  });

  test("still has it once it is saved", () => {
    const shelf = open();
    shelf.put("a", "ok");
    shelf.save();
    expect(shelf.get("a")).toBe("ok");
  });

  test("keeps what another process has put there in the meantime", () => {
    const [one, other] = [open(), open()];
    one.put("a", "of one");
    other.put("b", "of the other");
    one.save();
    other.save();
    expect([kept("a"), kept("b")]).toEqual(["of one", "of the other"]);
  });

  test("forgets what nobody has asked for in 30 days", () => {
    keep("asked", "ok", 100);
    keep("forgotten", "ok", 100);
    const later = open(120);
    later.get("asked");
    later.save();
    keep("new", "ok", 131);
    expect([kept("asked", 131), kept("forgotten", 131)]).toEqual(["ok", undefined]);
  });

  test("believes nothing that was not written to its end, or that somebody has edited", () => {
    keep("a", "ok");
    const path = join(folder, "kept", "verdicts.json");
    const whole = readFileSync(path, "utf8");
    for (const broken of [whole.slice(0, -1), whole.replace("ok", "no"), "", "\n", "[]"]) {
      writeFileSync(path, broken);
      expect(kept("a")).toBeUndefined();
    }
  });

  test("believes no value of another shape", () => {
    const path = join(folder, "kept", "verdicts.json");
    mkdirSync(join(folder, "kept"));
    for (const body of ['[["a",1,100]]', '[["a","ok"]]', '[[1,"ok",100]]', '{"a":"ok"}', "[null]"]) {
      writeFileSync(path, `${contentKey(body)}\n${body}`);
      expect(kept("a")).toBeUndefined();
    }
  });

  test("keeps nothing, and says nothing, where its folder cannot be made", () => {
    writeFileSync(join(folder, "kept"), "a file in the way");
    keep("a", "ok");
    expect(kept("a")).toBeUndefined();
    expect(readdirSync(folder)).toEqual(["kept"]);
  });
});

test("a content key tells where one part ends and the next begins", () => {
  const keys = [contentKey("ab", "c"), contentKey("a", "bc"), contentKey("abc"), contentKey("abc", "")];
  expect(new Set(keys).size).toBe(keys.length);
  expect(contentKey("a", Buffer.from("b"))).toBe(contentKey("a", "b"));
});
