// Vendored scripts, loaded when a view needs them and once.

const loaded = new Map();

/** A vendored script, by its file name; it leaves its name on `window`. */
export function script(name) {
  if (!loaded.has(name)) {
    loaded.set(
      name,
      new Promise((resolve, reject) => {
        const node = document.createElement("script");
        node.src = `/static/vendor/${name}`;
        node.async = false;
        node.onload = resolve;
        node.onerror = () => reject(new Error(`${name} could not be loaded`));
        document.head.append(node);
      }),
    );
  }
  return loaded.get(name);
}

/** Several scripts, in their order. */
export async function scripts(...names) {
  for (const name of names) await script(name);
}

/** A style sheet of this site. */
export function sheet(path) {
  if (document.querySelector(`link[href="${path}"]`)) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const node = document.createElement("link");
    node.rel = "stylesheet";
    node.href = path;
    node.onload = resolve;
    node.onerror = reject;
    document.head.append(node);
  });
}
