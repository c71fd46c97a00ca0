export interface Spoken {
  status: number;
  type: string | null;
  headers: Headers;
  body: WireBody;
}

/** Every field that tests look into by name, of all answers together: which of them an answer really has is for the test to claim. */
export interface WireBody {
  id: string;
  name: string;
  title: string;
  detail: string;
  version: number;
  score: number;
  currentMinor: number;
  restockAt: string;
  updatedAt: string;
  supplierCode: string;
  costPrice: { amountMinor: number };
  author: { email: string };
  summary: unknown;
  images: unknown[];
  tiers: unknown[];
  warehouses: { code: string; quantity: number }[];
  changes: unknown[];
  missing: string[];
  errors: { name: string }[];
  items: WireBody[];
  nextCursor: string | null;
}

export async function get(url: string): Promise<Spoken> {
  return spoken(await fetch(url));
}

/** @param body a string goes out as it is, anything else as JSON */
export async function put(url: string, body: unknown): Promise<Spoken> {
  return spoken(await fetch(url, { method: 'PUT', body: typeof body === 'string' ? body : JSON.stringify(body) }));
}

export async function del(url: string): Promise<Spoken> {
  return spoken(await fetch(url, { method: 'DELETE' }));
}

async function spoken(response: Response): Promise<Spoken> {
  const { status, headers } = response;
  const body = JSON.parse((await response.text()) || '{}') as WireBody;
  return { status, headers, type: headers.get('content-type'), body };
}
