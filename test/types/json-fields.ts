// Fields of a JSON answer. Each line under a `@ts-expect-error` is a mistake that must not compile.
import { asLabel, counter, eachOf, gauge, jsonEndpoint, jsonFields, leftOut, metrics } from "signalbox";

const till = jsonEndpoint("till", {
  description: "For a test.",
  targets: ["http://localhost:1"],
  sample: { state: "open", drawer: { state: "shut", coins: 3 }, ready: true, names: ["a"], owner: null },
});
const own = metrics(till, {
  till_state: gauge({ help: "State.", unit: "bool", labels: { state: ["open", "closed"] } }),
  till_drawer: gauge({
    help: "Drawer.",
    unit: "bool",
    labels: { drawer: ["left", "right"], state: ["shut", "open"] },
  }),
  till_coins: gauge({ help: "Coins.", unit: "coins", labels: { state: ["open", "closed"] } }),
  till_ready: gauge({ help: "Ready.", unit: "bool" }),
  till_word: gauge({ help: "Any word.", unit: "bool", labels: { word: "*" } }),
  till_opened_total: counter({ help: "Opened.", unit: "bool", labels: { state: ["open", "closed"] } }),
});
const fine = {
  state: asLabel(own.till_state, "state"),
  "drawer.state": asLabel(own.till_drawer.where({ drawer: "left" }), "state"),
  "drawer.coins": own.till_coins.where({ state: "open" }),
  ready: own.till_ready,
  names: leftOut("a list"),
  owner: leftOut("nobody"),
} as const;
jsonFields(till, fine);
jsonFields(till, { ...fine, state: leftOut("not wanted") });

// @ts-expect-error a text is no sample
jsonFields(till, { ...fine, state: own.till_ready });
// @ts-expect-error a number is no label
jsonFields(till, { ...fine, "drawer.coins": asLabel(own.till_state, "state") });
// @ts-expect-error a label that never has the text of the sample
jsonFields(till, { ...fine, "drawer.state": asLabel(own.till_state, "state") });
// @ts-expect-error a list is neither
jsonFields(till, { ...fine, names: own.till_ready });
// @ts-expect-error nothing is neither
jsonFields(till, { ...fine, owner: own.till_ready });
// @ts-expect-error a field that is forgotten
jsonFields(till, { state: fine.state });

// @ts-expect-error a label whose values are not listed
asLabel(own.till_word, "word");
// @ts-expect-error a label that the metric has not
asLabel(own.till_state, "stat");
// @ts-expect-error a metric that counts something
asLabel(own.till_coins, "state");
// @ts-expect-error a counter
asLabel(own.till_opened_total, "state");

const odd = jsonEndpoint("odd", {
  description: "For a test.",
  targets: ["http://localhost:1"],
  sample: {
    "cpu.load": 0.5,
    cpu: { load: 0.4 },
    "a\\b": 1,
    fps: "89.5",
    word: "open",
    queues: [
      { name: "in", length: 3, note: "fine" },
      { name: "out", length: 5, note: "full" },
    ],
    nothing: [],
  },
});
const ofOdd = metrics(odd, {
  odd_load: gauge({ help: "Load.", unit: "ratio", labels: { of: ["key", "part"] } }),
  odd_slash: gauge({ help: "Slash." }),
  odd_fps: gauge({ help: "Frames." }),
  odd_queue_length: gauge({ help: "Length.", labels: { queue: "*" } }),
});
const queues = {
  labels: { queue: "name" },
  fields: { length: ofOdd.odd_queue_length, note: leftOut("for people") },
} as const;
const whole = {
  "cpu\\.load": ofOdd.odd_load.where({ of: "key" }),
  "cpu.load": ofOdd.odd_load.where({ of: "part" }),
  "a\\\\b": ofOdd.odd_slash,
  fps: ofOdd.odd_fps,
  word: leftOut("no number"),
  nothing: leftOut("nobody knows what would be in it"),
} as const;
jsonFields(odd, { ...whole, queues: eachOf(queues.labels, queues.fields) });
jsonFields(odd, { ...whole, queues: leftOut("not wanted"), fps: leftOut("not wanted") });

// @ts-expect-error a text that is no number
jsonFields(odd, { ...whole, queues: leftOut("not wanted"), word: ofOdd.odd_fps });
// @ts-expect-error an empty list, of which nobody knows what is in it
jsonFields(odd, { ...whole, queues: leftOut("not wanted"), nothing: eachOf({}, {}) });
// @ts-expect-error a list of objects is no sample
jsonFields(odd, { ...whole, queues: ofOdd.odd_fps });
// @ts-expect-error a field of the objects that is forgotten
jsonFields(odd, { ...whole, queues: eachOf(queues.labels, { length: ofOdd.odd_queue_length }) });
// @ts-expect-error a field that the objects have not
jsonFields(odd, { ...whole, queues: eachOf({ queue: "nam" }, queues.fields) });
