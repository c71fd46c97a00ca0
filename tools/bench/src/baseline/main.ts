/** The process of a baseline: reads the command line, listens, ends with a signal. */
import { createServer, type RequestListener } from 'node:http';
import { parseArgs } from 'node:util';
import { serviceNames } from '@product-bffs/start';
import type { ServiceUrls } from '../services.ts';
import { bareConstant, expressConstant, readConstant } from './constant.ts';
import { createNaiveApp, naiveKinds } from './naive-app.ts';

const { values } = parseArgs({
  options: {
    kind: { type: 'string' },
    port: { type: 'string', default: '0' },
    /** A constant sends what this URL answers with. */
    like: { type: 'string', default: '' },
    /** What it is asked with, as JSON by name. */
    'like-headers': { type: 'string', default: '{}' },
    /** The base URLs of the five services, as JSON by name. */
    services: { type: 'string', default: '{}' },
    'public-url': { type: 'string', default: '' },
    'problem-base-url': { type: 'string', default: '' },
  },
});

async function listener(): Promise<RequestListener> {
  const constant = () => readConstant(values.like, JSON.parse(values['like-headers']) as Record<string, string>);
  if (values.kind === 'bare') return bareConstant(await constant());
  if (values.kind === 'express') return expressConstant(await constant());
  const kind = naiveKinds.find((name) => name === values.kind);
  if (kind === undefined) throw new Error(`There is no baseline "${values.kind ?? ''}".`);
  const urls = JSON.parse(values.services) as ServiceUrls;
  const without = serviceNames.filter((name) => !urls[name]);
  if (without.length > 0) throw new Error(`--services says nothing of ${without.join(', ')}.`);
  return createNaiveApp(kind, { urls, publicUrl: values['public-url'], problemBaseUrl: values['problem-base-url'] });
}

createServer({ keepAliveTimeout: 65_000 }, await listener()).listen(Number(values.port), '127.0.0.1');
