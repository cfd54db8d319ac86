// Places for the nodes of a small drawing that the server knows nothing of: Fruchterman and Reingold's method (1991) from
// fixed places on a spiral, so that the same nodes always stand alike.

const ROUNDS = 80;
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/** Places from -1 to 1 of `size` nodes with `links`, pairs of their numbers. */
export function placed(size, links) {
  const nodes = Array.from({ length: size }, (_, n) => {
    const far = Math.sqrt((n + 0.5) / size);
    return { x: far * Math.cos(n * GOLDEN), y: far * Math.sin(n * GOLDEN) };
  });
  const ideal = Math.sqrt(4 / Math.max(1, size));
  for (let round = 0; round < ROUNDS; round += 1) {
    const push = nodes.map(({ x, y }) => ({ x: -x * ideal * 2, y: -y * ideal * 2 }));
    for (let i = 0; i < size; i += 1) {
      for (let j = i + 1; j < size; j += 1) {
        const [dx, dy] = [nodes[i].x - nodes[j].x, nodes[i].y - nodes[j].y];
        const force = (2 * ideal * ideal) / (dx * dx + dy * dy + 1e-6);
        push[i].x += dx * force;
        push[i].y += dy * force;
        push[j].x -= dx * force;
        push[j].y -= dy * force;
      }
    }
    for (const [i, j] of links) {
      const [dx, dy] = [nodes[i].x - nodes[j].x, nodes[i].y - nodes[j].y];
      const force = (Math.hypot(dx, dy) / ideal) * 0.4;
      push[i].x -= dx * force;
      push[i].y -= dy * force;
      push[j].x += dx * force;
      push[j].y += dy * force;
    }
    const step = 0.15 * (1 - round / ROUNDS) + 0.002;
    nodes.forEach((node, n) => {
      const far = Math.hypot(push[n].x, push[n].y) || 1;
      node.x += (push[n].x / far) * Math.min(far, step);
      node.y += (push[n].y / far) * Math.min(far, step);
    });
  }
  const widest = Math.max(...nodes.map(({ x, y }) => Math.max(Math.abs(x), Math.abs(y))), 1e-6);
  return nodes.map(({ x, y }) => ({ x: x / widest, y: y / widest }));
}
