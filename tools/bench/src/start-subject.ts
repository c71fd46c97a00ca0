import { freePortOffset } from '@product-bffs/start';
import { startMeasured, type MeasuredProcess } from './measured-process.ts';
import { subjectSpec, type SubjectName, type SubjectOptions } from './subjects.ts';

/** A subject that runs, on ports of its own. */
export interface RunningSubject extends MeasuredProcess {
  /** Base URL, without a slash at the end. */
  url: string;
}

/** @throws Error where it does not start */
export async function startSubject(name: SubjectName, options: SubjectOptions): Promise<RunningSubject> {
  const ports = await freePortOffset();
  const spec = subjectSpec(name, ports.offset, options);
  try {
    const running = await startMeasured(spec);
    return {
      ...running,
      url: spec.url,
      async stop() {
        await running.stop();
        ports.release();
      },
    };
  } catch (error) {
    ports.release();
    throw error;
  }
}
