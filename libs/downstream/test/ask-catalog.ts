/** A process of its own that asks a catalog for a product, so that a test can give it an environment of its own. */
import { createCatalogClient, DownstreamError } from '../src/index.ts';
import { Deadline } from '@product-bffs/composition';

const [url = ''] = process.argv.slice(2);
const deadline = new Deadline({ budgetMs: 10_000 });
const catalog = createCatalogClient({ url, timeoutMs: 10_000, userAgent: 'test' });
const outcome = await catalog
  .getProduct(
    'lamp',
    { locale: 'en-GB' },
    { deadline, requestId: 'r', childTraceparent: () => `00-${'1'.repeat(32)}-${'2'.repeat(16)}-01` },
  )
  .then(
    ({ value }) => value?.name ?? 'none',
    (error: unknown) => (error instanceof DownstreamError ? `${error.name}: ${error.message}` : String(error)),
  );
deadline.end();
process.stdout.write(outcome);
