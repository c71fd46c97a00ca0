import { Problem } from '../../http/problem.ts';
import { drawImage, imageWidths } from '../../media/draw-image.ts';
import type { Operation } from '../../service.ts';

/** How many drawings are kept: the large ones take a while to draw. */
const keptDrawings = 200;

/** `GET /media/{id}?w=`: a PNG of exactly that width. Images are drawn from their ids, so every well-formed id has one. */
export function mediaOperation(): Operation {
  const drawings = new Map<string, Buffer>();
  return {
    name: 'getMedia',
    method: 'get',
    path: '/media/:id',
    async answer({ id, query }) {
      if (!/^[a-z0-9][a-z0-9-]{0,79}$/.test(id)) throw new Problem(400, `"${id}" is not the id of an image.`);
      const width = requestedWidth(query.get('w') ?? '1920');
      const key = `${id} ${width}`;
      const body = drawings.get(key) ?? (await drawImage({ id, width }));
      drawings.delete(key);
      drawings.set(key, body);
      for (const oldest of drawings.keys()) {
        if (drawings.size <= keptDrawings) break;
        drawings.delete(oldest);
      }
      const headers = { 'content-type': 'image/png', 'cache-control': 'public, max-age=31536000, immutable' };
      return { status: 200, headers, body };
    },
  };
}

function requestedWidth(text: string) {
  const width = imageWidths.find((listed) => String(listed) === text);
  if (width === undefined) throw new Problem(400, `w has to be one of ${imageWidths.join(', ')}, got "${text}".`);
  return width;
}
