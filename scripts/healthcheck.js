// Asks the server in this container whether it is ready; a worker answers at METRICS_PORT only.
const port = process.env.ROLE === 'worker' ? process.env.METRICS_PORT : process.env.PORT;
const ready = await fetch(`http://127.0.0.1:${port}/health/ready`).then(
  ({ ok }) => ok,
  () => false,
);
process.exitCode = ready ? 0 : 1;
