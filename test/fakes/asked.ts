/** What a request was asked with, for tests that stand between a store and the network. */

export function urlOf(input: Request | URL | string): string {
  return input instanceof Request ? input.url : input.toString();
}

/** The fields of a form in its body; none where it is no form. */
export function fieldsOf(init: RequestInit | undefined): URLSearchParams {
  const body = init?.body;
  return new URLSearchParams(body instanceof URLSearchParams || typeof body === 'string' ? body : '');
}
