import { readFileSync } from 'node:fs';

/** Of the clock that Linux counts CPU time by. */
const TICKS_PER_SECOND = 100;
const watched = new Set();

/** From now on what this process uses is counted, with all that it starts; until what is answered is called. */
export function watchCpu(pid) {
  watched.add(pid);
  return () => watched.delete(pid);
}

/** CPU seconds that everything watched has used; NaN where the system does not tell, as only Linux does. */
export function cpuSeconds() {
  try {
    return [...watched].reduce((sum, pid) => sum + ticksOf(pid), 0) / TICKS_PER_SECOND;
  } catch {
    return NaN;
  }
}

/** The most memory, in MB, that a process has had resident so far; NaN where the system does not tell. */
export function peakMemory(pid) {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Number(kilobytes) / 1024;
  } catch {
    return NaN;
  }
}

/** Those of its children that have ended are in its own account. */
function ticksOf(pid) {
  const [user, system, usersChildren, systemsChildren] = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .split(') ')[1]
    .split(' ')
    .slice(11)
    .map(Number);
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
  return (
    user +
    system +
    usersChildren +
    systemsChildren +
    children.reduce((sum, child) => sum + ticksOfPassing(child), 0)
  );
}

function ticksOfPassing(pid) {
  try {
    return ticksOf(pid);
  } catch {
    return 0;
  }
}
