import { configOrExit, serve } from '@product-bffs/http-service';
import manifest from '../package.json' with { type: 'json' };
import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { createDependencies } from './dependencies.ts';

const dependencies = createDependencies(configOrExit(readConfig));
await serve({ ...dependencies, name: 'mobile-bff', version: manifest.version, app: createApp(dependencies) });
