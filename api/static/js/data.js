// Asking the server.

/** A failed request, with the words of its problem document. */
export class Failure extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

async function asked(path, request) {
  let answer;
  try {
    answer = await fetch(path, request);
  } catch (error) {
    throw new Failure(0, String(error.message ?? error));
  }
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Failure(answer.status, body.detail ?? answer.statusText);
  return body;
}

/** The JSON at a path of the API; a {@link Failure} where the server says no or is not there. */
export function get(path) {
  return asked(path, { headers: { Accept: "application/json" } });
}

/** What the server answers to an object sent to a path, with a token where writing needs one. */
export function send(path, body, token = "") {
  const headers = { Accept: "application/json", "Content-Type": "application/json" };
  if (token) headers.Authorization = `Bearer ${token}`;
  return asked(path, { method: "POST", headers, body: JSON.stringify(body) });
}

/** Take out what is at a path; writing needs the token. */
export function remove(path, token) {
  return asked(path, { method: "DELETE", headers: { Accept: "application/json", Authorization: `Bearer ${token}` } });
}

/** The kind word and the key in the IRI of a thing: `["state", "KAZ"]`. */
export function place(iri) {
  const [kind, key] = iri.split("/").slice(-2);
  return [kind, decodeURIComponent(key)];
}
