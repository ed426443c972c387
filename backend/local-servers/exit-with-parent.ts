// Preloaded into every program that `npm start` runs: should the starter die without a word (kill -9), the channel
// to it closes, and we stop in order instead of living on unseen.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
