// A worker that paints the edges of a drawing, so that the page never waits for them.

let groups = [];

/** Paint all lines into a picture; a stroke for each line, for one path of many takes many times as long. */
function painted({ matrix: [a, b, c, d, e, f], width, height, ratio, alpha }) {
  const canvas = new OffscreenCanvas(width * ratio, height * ratio);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.scale(ratio, ratio);
  context.globalAlpha = alpha;
  for (const { colour, thick, places } of groups) {
    context.strokeStyle = colour;
    context.lineWidth = thick;
    for (let n = 0; n < places.length; n += 4) {
      const [x1, y1, x2, y2] = places.subarray(n, n + 4);
      const [u1, v1, u2, v2] = [a * x1 + c * y1 + e, b * x1 + d * y1 + f, a * x2 + c * y2 + e, b * x2 + d * y2 + f];
      if (Math.max(u1, u2) < 0 || Math.max(v1, v2) < 0 || Math.min(u1, u2) > width || Math.min(v1, v2) > height) continue;
      context.beginPath();
      context.moveTo(u1, v1);
      context.lineTo(u2, v2);
      context.stroke();
    }
  }
  return canvas.transferToImageBitmap();
}

self.addEventListener("message", ({ data }) => {
  if (data.groups) groups = data.groups;
  const picture = painted(data);
  self.postMessage({ picture, matrix: data.matrix, of: data.of }, [picture]);
});
