const PATIENCE = 20_000;
const LONGEST_PAUSE = 60_000;
const AGAIN = [408, 429];
const CLOSED = [403, 404, 410];

/**
 * Sends until it is known what became of it. Sending again is harmless: the same form is the same
 * rating.
 *
 * @returns {Promise<'sent' | 'closed' | 'refused'>}
 */
export async function deliver(address, content, tryNow, waiting) {
  const body = JSON.stringify(content);
  for (let attempt = 0; ; attempt++) {
    waiting(false);
    const answer = await post(address, body);
    if (answer?.ok) {
      return 'sent';
    }
    if (answer && CLOSED.includes(answer.status)) {
      return 'closed';
    }
    if (answer && answer.status < 500 && !AGAIN.includes(answer.status)) {
      return 'refused';
    }
    waiting(true);
    await pause(Number(answer?.headers.get('Retry-After')) * 1000 || 2000 * 2 ** attempt, tryNow);
  }
}

/** The answer, or null where there was none. */
async function post(address, body) {
  try {
    return await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body,
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(PATIENCE),
    });
  } catch {
    return null;
  }
}

/** Waits, but not longer than until the connection is back or somebody says so. */
function pause(milliseconds, tryNow) {
  return new Promise(resolve => {
    const go = () => {
      clearTimeout(timer);
      removeEventListener('online', go);
      tryNow.removeEventListener('click', go);
      resolve();
    };
    const timer = setTimeout(go, Math.min(milliseconds, LONGEST_PAUSE));
    addEventListener('online', go);
    tryNow.addEventListener('click', go);
  });
}
