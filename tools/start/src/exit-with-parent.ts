/**
 * Loaded into every child before its own code (`--import`): when the process that started it is gone, killed or not, the
 * channel between the two closes, and the child ends.
 */
if (process.connected) process.once('disconnect', () => process.exit());
else process.exit();
// A child that has nothing left to do ends as if there were no channel.
process.channel?.unref();
