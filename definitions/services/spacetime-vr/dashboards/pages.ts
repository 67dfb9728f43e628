import { deployments } from "./deployments.ts";
import { anyInstance } from "./instance-variable.ts";

/** The dashboards of the game: their titles by uid, so that each can link to all others, also to those that link to it. */
const titles = {
  "spacetime-vr-production": "SpaceTime VR Production Monitoring",
  "http-api-overview": "HTTP API Overview",
  "spacetime-vr-performance": "VR Performance",
  "spacetime-vr-scenes": "Scene Management",
  "spacetime-vr-security": "Security",
  "spacetime-vr-cache": "Cache",
} as const;

/** What they have in common, and the title and the links of one of them. */
export function page(uid: keyof typeof titles) {
  const others = Object.entries(titles).filter(([other]) => other !== uid);
  return {
    title: titles[uid],
    folder: "SpaceTime VR",
    variables: [anyInstance],
    annotations: [deployments],
    links: others.map(([other, title]) => ({ title, url: `/d/${other}`, time: true })),
  } as const;
}
