import { expect, test } from "vitest";
import { jsonAnswer } from "../../scripts/simulate/json-answer.ts";
import type { JsonFieldModel } from "../../generators/jobs/json-field.ts";

const plain = { type: "gauge", help: "A number.", labels: {} } as const;
const sample = {
  "cpu.load": 0.5,
  cpu: { load: 0.4 },
  fps: "89.5",
  state: "open",
  queues: [
    { name: "in", shard: 1, length: 3, note: "fine" },
    { name: "out", shard: 2, length: 5, note: "full" },
  ],
};

const each = { list: "queues", labels: { queue: "name", shard: "shard" } };
const load: JsonFieldModel = { ...plain, path: "cpu\\.load", metric: "load" };
const partLoad: JsonFieldModel = { ...plain, path: "cpu.load", metric: "part_load" };
const fps: JsonFieldModel = { ...plain, path: "fps", metric: "fps" };
const state: JsonFieldModel = { ...plain, path: "state", metric: "state", textLabel: "state" };
const length: JsonFieldModel = { ...plain, path: "length", metric: "queue_length", each };

/** The answer where these fields say this, and the others what the sample says. */
function answered(
  ...said: readonly (readonly [JsonFieldModel, Record<string, string>, number | undefined])[]
) {
  const fields = [load, partLoad, fps, state, length];
  return jsonAnswer(sample, fields, (field) =>
    said.filter(([one]) => one === field).map(([, labels, value]) => ({ labels, value })),
  );
}

test("a field that says nothing is as in the sample", () => {
  expect(answered()).toEqual(sample);
});

test("a key with a dot is told from two keys", () => {
  expect(answered([load, {}, 0.9])).toEqual({ ...sample, "cpu.load": 0.9 });
  expect(answered([partLoad, {}, 0.9])).toEqual({ ...sample, cpu: { load: 0.9 } });
});

test("a number that is in quotes in the sample stays in quotes, and what is missing is left out", () => {
  expect(answered([fps, {}, 44])).toEqual({ ...sample, fps: "44" });
  const { fps: _, ...others } = sample;
  expect(answered([fps, {}, undefined])).toEqual(others);
});

test("a text is the label of the series that is 1", () => {
  const said = answered([state, { state: "open" }, undefined], [state, { state: "shut" }, 1]);
  expect(said).toEqual({ ...sample, state: "shut" });
});

test("a list has an object for each set of labels, as in the sample where that has one, and else like its first", () => {
  const said = answered(
    [length, { queue: "out", shard: "2" }, 9],
    [length, { queue: "new", shard: "7" }, 1],
    [length, { queue: "gone", shard: "8" }, undefined],
  );
  expect(said).toEqual({
    ...sample,
    queues: [
      { name: "out", shard: 2, length: 9, note: "full" },
      { name: "new", shard: 7, length: 1, note: "fine" },
      { name: "gone", shard: 8, note: "fine" },
    ],
  });
});
