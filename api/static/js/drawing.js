// A drawing of nodes and the edges between them: moved and zoomed by pointer, wheel and touch.

import { Edges } from "./edges.js";
import { scripts } from "./load.js";

const FEW = 80; // nodes that all get their names
const REACH = 12; // pixels around a node that still mean it

/** The colours of a part of the page as it is now, light or dark. */
export function colours(part = document.documentElement) {
  const style = getComputedStyle(part);
  return Object.fromEntries(["ink", "soft", "line", "card", "accent", "warm", "bad", "good"].map((key) => [key, style.getPropertyValue(`--${key}`).trim()]));
}

/** Draws names beside their nodes, on the side where none is yet; a name without room is left out unless it is `wanted`. */
function labels(ink, wanted, discs = () => []) {
  let taken = [];
  const free = (box) => taken.every((other) => box.x >= other.x + other.w || other.x >= box.x + box.w || box.y >= other.y + other.h || other.y >= box.y + box.h);
  const draw = (context, node, settings) => {
    if (!node.label) return;
    context.font = `${settings.labelSize}px ${settings.labelFont}`;
    const [w, h, gap] = [context.measureText(node.label).width, settings.labelSize * 1.2, node.size + 3];
    const sides = [[node.x + gap, node.y - h / 2], [node.x - gap - w, node.y - h / 2], [node.x - w / 2, node.y - gap - h], [node.x - w / 2, node.y + gap]];
    const across = context.canvas.clientWidth || Infinity;
    const boxes = sides.map(([x, y]) => ({ x, y, w, h }));
    const inside = boxes.filter((box) => box.x >= 0 && box.x + w <= across);
    const box = inside.find(free) ?? (wanted(node) ? { ...boxes[0], x: Math.max(0, Math.min(boxes[0].x, across - w)) } : null);
    if (!box) return;
    taken.push(box);
    const [x, y] = [box.x, box.y + h * 0.8];
    context.lineJoin = "round";
    context.lineWidth = 4;
    context.strokeStyle = ink.card;
    context.strokeText(node.label, x, y);
    context.fillStyle = ink.ink;
    context.fillText(node.label, x, y);
  };
  return { draw, begin: () => (taken = discs()) };
}

function hover(ink) {
  const { draw, begin } = labels(ink, () => true);
  return (context, node, settings) => {
    context.beginPath();
    context.arc(node.x, node.y, node.size + 3, 0, 2 * Math.PI);
    context.lineWidth = 2;
    context.strokeStyle = ink.ink;
    context.stroke();
    begin();
    draw(context, node, settings);
  };
}

/** The node under a place of the room; asked of the graphics card, as sigma does, each answer would hold up a frame. */
function under(sigma, graph) {
  return ({ x, y }) => {
    let [found, least] = [null, Infinity];
    graph.forEachNode((n) => {
      const node = sigma.getNodeDisplayData(n);
      if (!node || node.hidden) return;
      const at = sigma.framedGraphToViewport(node);
      const away = Math.hypot(at.x - x, at.y - y);
      if (away < least && away <= Math.max(sigma.scaleSize(node.size), REACH)) [found, least] = [n, away];
    });
    return found;
  };
}

/**
 * Draw `nodes`, `{x, y, label, size, colour}` with places from -1 to 1, in a room that is on the page; `choose(n)` hears of
 * a click on a node, `choose(null)` of one beside them. Fails where the browser cannot draw.
 */
export async function drawing(room, nodes, choose) {
  await scripts("graphology.umd.min.js", "sigma.min.js");
  const ink = colours(room);
  const graph = new window.graphology.Graph();
  nodes.forEach((node, n) => graph.addNode(n, { x: node.x, y: node.y, label: node.label, size: node.size, color: node.colour }));
  let chosen = new Set();
  let near = new Set();
  let sigma = null;
  const discs = () =>
    [...near].map((n) => {
      const node = sigma.getNodeDisplayData(n);
      const [{ x, y }, r] = [sigma.framedGraphToViewport(node), sigma.scaleSize(node.size)];
      return { x: x - r, y: y - r, w: 2 * r, h: 2 * r };
    });
  const names = labels(ink, ({ key }) => chosen.has(Number(key)), discs);
  sigma = new window.Sigma(graph, room, {
    labelColor: { color: ink.ink },
    labelFont: "system-ui, 'Noto Naskh Arabic', sans-serif",
    labelRenderedSizeThreshold: 0,
    labelDensity: 0.6,
    defaultDrawNodeLabel: names.draw,
    defaultDrawNodeHover: hover(ink),
    zIndex: true,
    stagePadding: 40,
    nodeReducer: (n, data) => {
      const number = Number(n);
      if (!near.has(number)) return { ...data, hidden: true };
      return { ...data, zIndex: chosen.has(number) ? 1 : 0, highlighted: chosen.has(number), forceLabel: chosen.has(number) || near.size <= FEW };
    },
  });
  // places stay where they are, whichever nodes are shown
  sigma.setCustomBBox({ x: [-1, 1], y: [-1, 1] });
  sigma.getNodeAtPosition = under(sigma, graph);
  const edges = new Edges(room, sigma);
  sigma.on("beforeRender", names.begin);
  sigma.on("clickNode", ({ node }) => choose(Number(node)));
  sigma.on("clickStage", () => choose(null));
  return {
    /** Show these edges, `{a, b, width, colour}`, the nodes they join, and the chosen ones. */
    show(joined, picked = new Set()) {
      chosen = picked;
      near = new Set([...picked, ...joined.flatMap(({ a, b }) => [a, b])]);
      edges.show(joined.map(({ a, b, width, colour }) => ({ x1: nodes[a].x, y1: nodes[a].y, x2: nodes[b].x, y2: nodes[b].y, width, colour })));
      sigma.refresh();
    },
  };
}
