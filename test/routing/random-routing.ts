import fc from "fast-check";
import type { Receiver } from "../../generators/language/routing.ts";
import type { AlertPair } from "../../generators/targets/validation/program.ts";
import { critical, low, people } from "../targets/small-model.ts";
import { inhibition, receiver, route } from "../targets/small-routing.ts";
import type {
  InhibitionModel,
  LabelMatch,
  PlatformModel,
  RouteModel,
} from "../../generators/model/routing-model.ts";

const labels = ["alertname", "severity", "service", "team"];
// Few values, so that matches are frequent, and now and then one that quoting or a pattern could spoil.
const usual = ["x", "y", "xy"];
const odd = ["", "x.y", "x|y", "X", 'a "b" \\ c', "x\ny", "ä 店"];
const patterns = [
  /x.*/,
  /x|y/,
  /(?:x|y)+/,
  /.+/,
  /.*/,
  /|x/,
  /[^y]/,
  /x\.?y/,
  /X/i,
  /x.y/,
  /\W.*/,
  /a "b" \\ c/,
];
const severities = [critical, low];

const value = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...usual) },
  { weight: 1, arbitrary: fc.constantFrom(...odd) },
);
const oneOrSeveral = fc.oneof(value, fc.array(value, { minLength: 1, maxLength: 3 }));
const condition: fc.Arbitrary<LabelMatch> = fc.oneof(
  fc.record({ severity: fc.oneof(fc.constantFrom(...severities), fc.constant(severities)) }),
  fc.record({ alertname: oneOrSeveral }),
  fc.record({ service: oneOrSeveral }),
  fc.record({ labels: fc.record({ team: fc.oneof(oneOrSeveral, fc.constantFrom(...patterns)) }) }),
);
/** Mostly one condition; two of one label are one. */
const match = fc
  .oneof(
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 8, arbitrary: fc.tuple(condition) },
    { weight: 2, arbitrary: fc.tuple(condition, condition) },
  )
  .map((conditions): LabelMatch => Object.assign({}, ...conditions));

const receivers: readonly Receiver[] = ["a", "b", "c", "d", "e", "f", "g"].map((name) => receiver(name));
const options = {
  receiver: fc.constantFrom(...receivers),
  match,
  groupBy: fc.oneof(fc.subarray(labels), fc.constant(["..."])),
  continue: fc.boolean(),
};

/** A route with up to three levels of others below it. */
function tree(levelsBelow: number): fc.Arbitrary<RouteModel> {
  const routes = levelsBelow === 0 ? fc.constant([]) : fc.array(tree(levelsBelow - 1), { maxLength: 3 });
  return fc
    .record({ ...options, routes }, { requiredKeys: ["receiver", "match", "routes"] })
    .map((parts) => route(parts));
}

/** The root of a tree takes everything. */
const root = fc
  .record({
    receiver: options.receiver,
    groupBy: options.groupBy,
    routes: fc.array(tree(2), { minLength: 3, maxLength: 6 }),
  })
  .map((parts) => route(parts));

const inhibitions = fc.array(
  fc.record({ source: match, target: match, equal: fc.subarray(labels, { maxLength: 2 }) }),
  { minLength: 1, maxLength: 3 },
);

const labelSet = fc.record(
  { alertname: value, severity: fc.constantFrom("critical", "low", "x"), service: value, team: value },
  { requiredKeys: [] },
);

/** Two label sets that often have the same values. */
const pair: fc.Arbitrary<AlertPair> = fc
  .tuple(labelSet, labelSet, fc.subarray(labels))
  .map(([one, other, shared]) => {
    const copied = Object.entries(one).filter(([label]) => shared.includes(label));
    return [one, { ...other, ...Object.fromEntries(copied) }];
  });

/** Routes and inhibitions of all kinds, and alerts for them. */
export interface RandomRouting {
  readonly platform: Pick<PlatformModel, "routing" | "receivers" | "inhibitions">;
  readonly pairs: readonly AlertPair[];
}

/** Trees side by side, each for the alerts that have its number as the label `tree`: so one server can be asked about all. */
export function randomRouting(
  seed: number,
  { trees, pairs }: { readonly trees: number; readonly pairs: number },
): RandomRouting {
  const samples = fc.sample(
    fc.record({ root, inhibitions, pairs: fc.array(pair, { minLength: pairs, maxLength: pairs }) }),
    { seed, numRuns: trees },
  );
  const rules = samples.flatMap((sample, number) =>
    sample.inhibitions.map((rule, index): InhibitionModel => {
      const [source, target] = [inTree(rule.source, number), inTree(rule.target, number)];
      return inhibition(`rule-${number}-${index}`, { ...rule, source, target });
    }),
  );
  return {
    platform: {
      routing: route({
        routes: samples.map((sample, number) => ({ ...sample.root, match: inTree({}, number) })),
      }),
      receivers: Object.fromEntries([people, ...receivers].map((one) => [one.name, one])),
      inhibitions: Object.fromEntries(rules.map((rule) => [rule.name, rule])),
    },
    pairs: samples.flatMap((sample, number) =>
      sample.pairs.map(([one, other]): AlertPair => {
        const tree = String(number);
        return [
          { ...one, tree },
          { ...other, tree },
        ];
      }),
    ),
  };
}

function inTree(match: LabelMatch, number: number): LabelMatch {
  return { ...match, labels: { ...match.labels, tree: String(number) } };
}
