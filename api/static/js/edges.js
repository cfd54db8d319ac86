// Edges of a drawing, on a canvas under its nodes. A worker paints them, and while the drawing moves the picture that it
// made last moves along, so that no frame waits however many they are and whatever draws them.

const CROWD = 3000; // edges from which they let each other shine through
const REST = 150; // ms without a move after which a drawing rests

/** Lines of one colour and width together, as the worker takes them. */
function grouped(edges) {
  const groups = new Map();
  for (const { colour, width, x1, y1, x2, y2 } of edges) {
    const style = `${colour} ${width}`;
    if (!groups.has(style)) groups.set(style, { colour, thick: width, places: [] });
    groups.get(style).places.push(x1, y1, x2, y2);
  }
  return [...groups.values()].map((group) => ({ ...group, places: Float32Array.from(group.places) }));
}

/** The edges under a sigma drawing in its room. */
export class Edges {
  constructor(room, sigma) {
    this.room = room;
    this.sigma = sigma;
    this.canvas = document.createElement("canvas");
    this.canvas.className = "edges";
    room.prepend(this.canvas);
    this.painter = new Worker("/static/js/painting.js");
    this.painter.addEventListener("message", ({ data }) => this.take(data));
    this.shown = 0; // which edges are to be seen, counted
    this.told = 0; // which of them the worker knows
    this.groups = null; // edges that the worker has not been told of
    this.drawn = null; // the matrix of the picture
    this.asked = ""; // what the worker was last asked for
    this.busy = false;
    sigma.on("afterRender", () => this.follow());
  }

  /** Draw these from now on: `{x1, y1, x2, y2, width, colour}` in the coordinates of the graph. */
  show(edges) {
    this.groups = grouped(edges);
    this.alpha = edges.length > CROWD ? 0.35 : 0.9;
    this.shown += 1;
    this.follow();
  }

  /** From coordinates of the graph to pixels of the room. */
  matrix() {
    const [o, x, y] = [[0, 0], [1, 0], [0, 1]].map(([x, y]) => this.sigma.graphToViewport({ x, y }));
    return [x.x - o.x, x.y - o.y, y.x - o.x, y.y - o.y, o.x, o.y];
  }

  /** Put the picture where the drawing is, and have it painted anew: other edges at once, a moved drawing when it rests. */
  follow() {
    if (!this.room.clientWidth || !this.shown) return;
    this.place(this.matrix());
    clearTimeout(this.resting);
    if (this.told !== this.shown) this.ask();
    else this.resting = setTimeout(() => this.ask(), REST);
  }

  ask() {
    const ratio = window.devicePixelRatio || 1;
    const [matrix, width, height] = [this.matrix(), this.room.clientWidth, this.room.clientHeight];
    const state = String([...matrix, width, height, ratio, this.shown]);
    if (this.busy || state === this.asked) return;
    this.busy = true;
    this.asked = state;
    this.told = this.shown;
    const groups = this.groups && { groups: this.groups };
    this.painter.postMessage({ matrix, width, height, ratio, alpha: this.alpha, of: this.shown, ...groups }, this.groups?.map(({ places }) => places.buffer));
    this.groups = null;
  }

  take({ picture, matrix, of }) {
    this.busy = false;
    [this.canvas.width, this.canvas.height] = [picture.width, picture.height];
    this.canvas.getContext("bitmaprenderer").transferFromImageBitmap(picture);
    this.drawn = matrix;
    this.room.dataset.drawn = of;
    this.follow();
  }

  /** The picture moves as a whole, which costs no painting. */
  place(matrix) {
    if (!this.drawn) return;
    const moved = new DOMMatrix(matrix).multiply(new DOMMatrix(this.drawn).inverse());
    this.canvas.style.transform = moved.isIdentity ? "" : String(moved);
  }
}
