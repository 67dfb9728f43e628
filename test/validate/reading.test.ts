import { expect, test } from "vitest";
import { messagesAgree } from "../../generators/targets/docs/validators/messages-agree.ts";
import type { OwnSubject, Reading } from "../../generators/targets/validation/subject.ts";
import type { Shelf } from "../../scripts/kept/shelf.ts";
import { readingBy } from "../../scripts/validate/known.ts";
import { filesAfter, shopModel, type Changes } from "./shop-subject.ts";

/** A shelf in memory, and how often something was put there. */
function inMemory() {
  const kept = new Map<string, string>();
  const read: Shelf<string> = {
    get: (key) => kept.get(key),
    put: (key, value) => void kept.set(key, value),
    save: () => {},
  };
  return { kept, reading: readingBy({ read }) };
}

function askedOf(changes: Changes, reading?: Reading) {
  const files = filesAfter(changes);
  const paths = Object.keys(files).filter(messagesAgree.covers);
  const subject: OwnSubject = { model: shopModel, outFolder: "/", files, paths, ...(reading && { reading }) };
  return messagesAgree.asked(subject);
}

const [first] = askedOf({});
const tested = `prometheus/tests/${first?.labels["alertname"]}.test.yml`;
const edits: readonly (readonly [what: string, change: Changes])[] = [
  ["nothing", {}],
  ["another annotation", { [tested]: (text) => text.replace(/(exp_annotations:\s+\w+: "?)/, "$1edited ") }],
  ["no test", { [tested]: () => "" }],
  ["what cannot be read", { [tested]: () => "tests: [" }],
  ["nothing again", {}],
];

test("what is known of rule tests from before is what they say now, whatever was edited in between", () => {
  const { kept, reading } = inMemory();
  for (const [what, change] of edits) expect(askedOf(change, reading), what).toEqual(askedOf(change));
  const count = kept.size;
  askedOf({}, reading);
  expect(kept.size).toBe(count);
  expect(count).toBeGreaterThan(1);
});

test("each of these edits is another question", () => {
  for (const [what, change] of edits)
    if (Object.keys(change).length > 0) expect(askedOf(change), what).not.toEqual(askedOf({}));
});

test("each text is read once", () => {
  const { reading } = inMemory();
  let reads = 0;
  const read = () => String((reads += 1));
  expect([reading(["a", "b"], read), reading(["a", "b"], read), reading(["ab"], read)]).toEqual([
    "1",
    "1",
    "2",
  ]);
});
