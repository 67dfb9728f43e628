import { query, row, timeSeries } from "signalbox";
import { scenes } from "../metrics/api.ts";
import { engine } from "../metrics/performance.ts";

const {
  spacetime_objects_total: objects,
  spacetime_nodes_total: nodes,
  spacetime_resources_total: resources,
  spacetime_process_time_seconds: frame,
} = engine;

export const engineLoadRow = row("What the engine carries", [
  timeSeries({
    title: "Growth of what is alive",
    description:
      "Objects, nodes and resources that were added within 10 minutes; what never falls below zero leaks.",
    width: 8,
    queries: [
      query(objects.delta("10m").as("count"), { legend: ({ instance }) => `${instance}, objects` }),
      query(nodes.delta("10m").as("count"), { legend: ({ instance }) => `${instance}, nodes` }),
      query(resources.delta("10m").as("count"), { legend: ({ instance }) => `${instance}, resources` }),
    ],
  }),
  timeSeries({
    title: "Time a node",
    description:
      "Time of a frame for each node of the scene tree. It rises where nodes become more costly, not only more.",
    width: 8,
    queries: [query(frame.div(nodes).as("seconds"), { legend: ({ instance }) => instance })],
    min: 0,
  }),
  timeSeries({
    title: "Scenes at the time",
    description: "Scenes that were loaded, to compare with the frames above.",
    width: 8,
    queries: [query(scenes.spacetime_active_scenes, { legend: ({ instance }) => instance })],
    min: 0,
  }),
]);
