export { startChild, type Child, type Exit, type Line } from './child.ts';
export { demoKey, type DemoPartner } from './demo-partners.ts';
export { freePortOffset, type PortOffset } from './free-port-offset.ts';
export { takenPorts } from './ports.ts';
export {
  bffNames,
  bffProcess,
  identityProcess,
  serviceNames,
  serviceProcess,
  systemProcesses,
  type BffName,
  type ProcessesOptions,
  type ProcessSpec,
  type ServiceName,
} from './processes.ts';
export { Crashed, startSystem, whenReady, type System } from './supervise.ts';
