// Asking the server.

/** A failed request, with the words of its problem document. */
export class Failure extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

/** The JSON at a path of the API; a {@link Failure} where the server says no or is not there. */
export async function get(path) {
  let answer;
  try {
    answer = await fetch(path, { headers: { Accept: "application/json" } });
  } catch (error) {
    throw new Failure(0, String(error.message ?? error));
  }
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Failure(answer.status, body.detail ?? answer.statusText);
  return body;
}

/** The kind word and the key in the IRI of a thing: `["state", "KAZ"]`. */
export function place(iri) {
  const [kind, key] = iri.split("/").slice(-2);
  return [kind, decodeURIComponent(key)];
}
