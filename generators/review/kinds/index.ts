import type { ChangeGroup, ChangeKind } from "../change.ts";
import { alertAdded } from "./who/alert-added.ts";
import { alertRemoved } from "./who/alert-removed.ts";
import { alertRenamed } from "./who/alert-renamed.ts";
import { severity } from "./who/severity.ts";
import { receivers } from "./who/receivers.ts";
import { hours } from "./who/hours.ts";
import { inhibited } from "./who/inhibited.ts";
import { grouped } from "./who/grouped.ts";
import { repeated } from "./who/repeated.ts";
import { threshold } from "./when/threshold.ts";
import { matchers } from "./when/matchers.ts";
import { window } from "./when/window.ts";
import { grouping } from "./when/grouping.ts";
import { expression } from "./when/expression.ts";
import { forChanged } from "./when/for.ts";
import { keepFiringFor } from "./when/keep-firing-for.ts";
import { resolvesAt } from "./when/resolves-at.ts";
import { interval } from "./when/interval.ts";
import { notifiedAfter } from "./when/notified-after.ts";
import { spelling } from "./when/spelling.ts";
import { groupMoved } from "./when/group-moved.ts";
import { labels } from "./says/labels.ts";
import { links } from "./says/links.ts";
import { wording } from "./says/wording.ts";
import { recordingChanged } from "./rests/recording-changed.ts";
import { recordingRemoved } from "./rests/recording-removed.ts";
import { recordingAdded } from "./rests/recording-added.ts";
import { metricChanged } from "./rests/metric-changed.ts";
import { restsOnChanged } from "./rests/rests-on-changed.ts";
import { sloAdded } from "./slo/slo-added.ts";
import { sloRemoved } from "./slo/slo-removed.ts";
import { sloChanged } from "./slo/slo-changed.ts";
import { panelAdded } from "./sees/panel-added.ts";
import { panelRemoved } from "./sees/panel-removed.ts";
import { panelQueries } from "./sees/panel-queries.ts";
import { panelLooks } from "./sees/panel-looks.ts";
import { panelMoved } from "./sees/panel-moved.ts";
import { panelDescribed } from "./sees/panel-described.ts";
import { jobAdded } from "./collected/job-added.ts";
import { jobRemoved } from "./collected/job-removed.ts";
import { jobChanged } from "./collected/job-changed.ts";
import { containerAdded } from "./runs/container-added.ts";
import { containerRemoved } from "./runs/container-removed.ts";
import { containerChanged } from "./runs/container-changed.ts";
import { scenario } from "./proof/scenario.ts";
import { waived } from "./proof/waived.ts";
import { suppressed } from "./proof/suppressed.ts";

/** Every kind of change, in the order in which its group says them. */
export const kindsByGroup: Readonly<Record<ChangeGroup, readonly ChangeKind[]>> = {
  who: [alertAdded, alertRemoved, alertRenamed, severity, receivers, hours, inhibited, grouped, repeated],
  when: [
    threshold,
    matchers,
    window,
    grouping,
    expression,
    forChanged,
    keepFiringFor,
    resolvesAt,
    interval,
    notifiedAfter,
    spelling,
    groupMoved,
  ],
  says: [labels, links, wording],
  rests: [recordingChanged, recordingRemoved, recordingAdded, metricChanged, restsOnChanged],
  slo: [sloAdded, sloRemoved, sloChanged],
  sees: [panelAdded, panelRemoved, panelQueries, panelLooks, panelMoved, panelDescribed],
  collected: [jobAdded, jobRemoved, jobChanged],
  runs: [containerAdded, containerRemoved, containerChanged],
  proof: [scenario, waived, suppressed],
};

/** All of them, in the order of the groups. */
export const changeKinds: readonly ChangeKind[] = Object.values(kindsByGroup).flat();
