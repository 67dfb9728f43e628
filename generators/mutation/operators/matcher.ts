import { isSameMatcher } from "../../language/expression/selector.ts";
import { functionNamed, takesSeries } from "../../promql/functions.ts";
import { acceptedBy } from "../../promql/label-value.ts";
import { isSetOperator, sets } from "../../promql/operators.ts";
import { printMatcher } from "../../promql/print.ts";
import { isWithin, type Occurrence, ofKind } from "../../promql/rewrite.ts";
import type { BinaryNode, LabelMatcher, SelectorNode } from "../../promql/tree.ts";
import {
  isJoin,
  type Mutation,
  type MutationOperator,
  type MutationSubject,
  withNodes,
} from "../operator.ts";

/**
 * Each matcher of each selector left out.
 *
 * Where the other side of a join demands the same, leaving out one of the two changes nothing: they are left out together.
 */
export const matcher: MutationOperator = {
  mutate: (subject) => {
    const places = ofKind("selector", subject.nodes)
      .flatMap((selector) => selector.node.matchers.map((one): Place => ({ selector, matcher: one })))
      .filter((place) => canBeDropped(place) && !choosesRule(subject, place));
    const alike = (one: Place) => places.filter((other) => isSameMatcher(other.matcher, one.matcher));
    const implied = places.filter((place) => isImplied(subject, place));
    const together = implied.map(alike).filter(([first], index, all) => {
      return all.findIndex(([other]) => other === first) === index;
    });
    const alone = places.filter((place) => !implied.includes(place)).map((place) => [place]);
    return [...alone, ...together].flatMap((dropped) => withoutMatchers(subject, dropped));
  },
  toAdd: "add a series that only this matcher keeps out, and that would fire",
};

interface Place {
  readonly selector: Occurrence<SelectorNode>;
  readonly matcher: LabelMatcher;
}

function withoutMatchers(subject: MutationSubject, places: readonly Place[]): Mutation[] {
  const [first] = places;
  if (!first) return [];
  const selectors = [...new Set(places.map(({ selector }) => selector))];
  const isDropped = (selector: Place["selector"], one: LabelMatcher) =>
    places.some((place) => place.selector === selector && place.matcher === one);
  const replacements = selectors.map((selector) => {
    const matchers = selector.node.matchers.filter((one) => !isDropped(selector, one));
    return { node: { ...selector.node, matchers }, path: selector.path };
  });
  const where = places.length > 1 ? " from all its selectors" : "";
  return [
    {
      id: `matcher ${first.matcher.name} dropped`,
      what: `matcher ${printMatcher(first.matcher)} dropped${where}`,
      mutated: withNodes(subject, ...replacements),
    },
  ];
}

/** The name of a metric stays, and Prometheus refuses a selector that matches everything. */
function canBeDropped({ selector: { node }, matcher: own }: Place): boolean {
  if (own.name === "__name__" && own.op === "=") return false;
  const others = node.matchers.filter((other) => other !== own);
  return node.metric !== "" || others.some((other) => !acceptedBy(other)(""));
}

/**
 * Whether the matcher chooses among rules of one name, by a label that each of them sets. A test loads the rules that are read, so that
 * there is nothing else to read in it.
 */
function choosesRule({ recordingsOf }: MutationSubject, { selector, matcher: own }: Place): boolean {
  const rules = recordingsOf(selector.node);
  return rules.length > 0 && rules.every(({ labels }) => labels[own.name] !== undefined);
}

/**
 * Whether a join demands of the selector's series what the matcher demands: the sides are joined by its label, and every
 * selector of the other side has the same matcher. Then what the selector would take without it finds no partner.
 */
function isImplied(subject: MutationSubject, { selector, matcher: own }: Place): boolean {
  return ofKind("binary", subject.nodes).some(({ node, path }) => {
    if (!isJoin(subject, node)) return false;
    const [left, right] = [
      { node: node.left, path: [...path, 0] },
      { node: node.right, path: [...path, 1] },
    ];
    const isLeft = isWithin(selector, left);
    if (!isLeft && !isWithin(selector, right)) return false;
    if (mayStayAlone(node, isLeft) || !isJoinedBy(node, own.name)) return false;
    const other = ofKind("selector", subject.nodes).filter((one) => isWithin(one, isLeft ? right : left));
    return (
      other.length > 0 &&
      other.every((one) => one.node.matchers.some((demanded) => isSameMatcher(demanded, own))) &&
      keepsApart(subject, left, own.name) &&
      keepsApart(subject, right, own.name)
    );
  });
}

/** What has no partner stays: of `or` on either side, of `unless` on the left. */
function mayStayAlone({ op }: BinaryNode, isLeft: boolean): boolean {
  return isSetOperator(op) && sets[op].keeps.alone && (isLeft || sets[op].takes === "both");
}

/** Whether series that differ in this label stay apart from where they are selected to where they are joined. */
function keepsApart(subject: MutationSubject, side: Occurrence, label: string): boolean {
  if (!subject.typeOf(side.node).labels?.has(label)) return false;
  const own = subject.nodes.filter((one) => isWithin(one, side));
  return (
    ofKind("call", own).every(({ node }) => !losesLabels(node.name)) &&
    ofKind("binary", own).every(({ node }) => !isJoin(subject, node) || isJoinedBy(node, label)) &&
    ofKind("aggregation", own).every(({ node: { by, without } }) =>
      by ? by.includes(label) : without !== undefined && !without.includes(label),
    )
  );
}

/** Whether a series no longer has the labels that it was selected by; what takes no series loses none of theirs. */
function losesLabels(name: string): boolean {
  const row = functionNamed(name);
  return row !== undefined && takesSeries(row) && row.labels !== "kept" && row.labels !== "without le";
}

function isJoinedBy({ matching: { on, ignoring = [] } = {} }: BinaryNode, label: string): boolean {
  return on ? on.includes(label) : !ignoring.includes(label);
}
