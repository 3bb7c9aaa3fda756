/*
 * Keeps a page as fresh as the log: listens to /v1/stream and, when something happened, fetches the
 * page once more and changes only what differs.
 */

const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 30000;

const state = document.getElementById('live-state');
const announcer = document.getElementById('announcer');
const refreshed = [];

let running;
let again = false;

/** Calls back after each refresh that changed the page. */
export function onRefreshed(callback) {
  refreshed.push(callback);
}

/**
 * Fetches the page and changes what differs; several calls at once become at most two, and each
 * returns when the page is as fresh as its caller wanted.
 */
export function refresh() {
  again = true;
  running ??= untilFresh();
  return running;
}

async function untilFresh() {
  try {
    while (again) {
      again = false;
      await once();
    }
  } finally {
    running = undefined;
  }
}

async function once() {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
  if (answer.redirected || answer.status === 401 || answer.status === 404) {
    location.reload();
    return;
  }
  if (!answer.ok) {
    return;
  }
  const wanted = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const focused = document.activeElement?.id;
  for (const part of document.querySelectorAll('[data-live-part]')) {
    const next = wanted.getElementById(part.id);
    if (next) {
      morph(part, next);
    }
  }
  if (focused && document.activeElement?.id !== focused) {
    document.getElementById(focused)?.focus({ preventScroll: true });
  }
  refreshed.forEach((callback) => callback());
}

/** Makes one tree equal to another, keeping every element that is in both. */
function morph(from, to) {
  if (from.isEqualNode(to)) {
    return;
  }
  if (from.nodeType !== Node.ELEMENT_NODE) {
    from.nodeValue = to.nodeValue;
    return;
  }
  for (const { name } of [...from.attributes]) {
    if (!to.hasAttribute(name) && !(from.nodeName === 'DETAILS' && name === 'open')) {
      from.removeAttribute(name);
    }
  }
  for (const { name, value } of to.attributes) {
    if (from.getAttribute(name) !== value && !from.hasAttribute('data-live-keep')) {
      from.setAttribute(name, value);
    }
  }
  morphChildren(from, to);
}

function morphChildren(from, to) {
  const named = new Map([...from.children].filter((child) => child.id).map((child) => [child.id, child]));
  let at = from.firstChild;
  for (const wanted of [...to.childNodes]) {
    const kept = wanted.id ? named.get(wanted.id) : at && !at.id && at.nodeName === wanted.nodeName ? at : null;
    if (!kept) {
      from.insertBefore(document.importNode(wanted, true), at);
      continue;
    }
    if (kept === at) {
      at = at.nextSibling;
    } else {
      from.insertBefore(kept, at);
    }
    morph(kept, wanted);
  }
  while (at) {
    const next = at.nextSibling;
    at.remove();
    at = next;
  }
}

function show(name) {
  if (state && state.dataset.state !== name) {
    state.dataset.state = name;
    state.textContent = state.dataset[name];
  }
}

function announce(text) {
  if (announcer) {
    announcer.textContent = text;
  }
}

/**
 * Listens for as long as the page is seen: a browser has few connections to one place, and pages in
 * the background would take them all. The browser itself resumes a broken stream where it ended;
 * where it gives up, and when the page is seen again, a new stream starts and a refresh catches up.
 *
 * @param concerns tells whether an event of an episode changes this page
 * @param changed called with the episode after its change is on the page
 */
export function listen({ concerns = () => true, changed = () => {} } = {}) {
  let retry = FIRST_RETRY_MS;
  let stream;
  let timer;

  const on = (words) => async (event) => {
    const { episode } = JSON.parse(event.data);
    if (concerns(episode)) {
      await refresh().catch(() => {});
      announce(`${words} ${episode}`);
      changed(episode);
    }
  };

  const onChange = (event) => {
    const { episode } = JSON.parse(event.data);
    if (!episode || concerns(episode)) {
      refresh().catch(() => {});
    }
  };

  const open = () => {
    stream = new EventSource('/v1/stream');
    stream.addEventListener('open', () => {
      retry = FIRST_RETRY_MS;
      show('live');
      refresh().catch(() => {});
    });
    stream.addEventListener('error', () => {
      show('offline');
      if (stream.readyState === EventSource.CLOSED) {
        timer = setTimeout(tryAgain, retry);
        retry = Math.min(2 * retry, LONGEST_RETRY_MS);
      }
    });
    stream.addEventListener('withdrawn', onChange);
    stream.addEventListener('reset', onChange);
    stream.addEventListener('changed', onChange);
    stream.addEventListener('alert', on(announcer?.dataset.newAlert ?? ''));
    stream.addEventListener('score', on(announcer?.dataset.newScore ?? ''));
  };

  const close = () => {
    clearTimeout(timer);
    stream?.close();
  };

  const reopen = () => {
    close();
    if (document.visibilityState === 'visible') {
      open();
    }
  };

  // The page itself finds out whether the time of a sign-in is up.
  const tryAgain = async () => {
    await refresh().catch(() => {});
    reopen();
  };

  window.addEventListener('offline', () => show('offline'));
  window.addEventListener('online', () => {
    if (stream?.readyState !== EventSource.CONNECTING) {
      reopen();
    }
  });
  document.addEventListener('visibilitychange', reopen);
  window.addEventListener('pagehide', close);
  window.addEventListener('pageshow', (event) => event.persisted && reopen());
  reopen();
}
