// Fields of a JSON answer. Each line under a `@ts-expect-error` is a mistake that must not compile.
import { asLabel, counter, gauge, jsonEndpoint, jsonFields, leftOut, metrics } from "signalbox";

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
