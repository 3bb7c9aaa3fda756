import { Draft } from './form-draft.js';
import { Part } from './form-questions.js';
import { deliver } from './form-sending.js';
import { leaveWhenIdle } from './form-kiosk.js';

const form = document.getElementById('form');
const kiosk = 'kiosk' in form.dataset;
const screens = [...form.querySelectorAll('.screen')];
const state = document.getElementById('state');
const tryNow = document.getElementById('try-now');
const notToday = document.getElementById('not-today');
// On a device that others use nothing is kept: what is not sent lives on this page alone.
const draft = new Draft(kiosk ? null : form.dataset.form, Number(form.dataset.until));
const parts = screens.map(screen => new Part(screen, keep));

let shown = 0;
let under = false;
let over = false;

begin();

function begin() {
  form.hidden = false;
  const kept = draft.read();
  if (kept?.sent) {
    end('sent');
    return;
  }
  if (kept?.parts) {
    parts.forEach((part, i) => part.restore(kept.parts[i] ?? {}));
    form.querySelector('.restored').hidden = false;
  }
  history.replaceState({ screen: 0 }, '');
  screens.forEach((screen, i) => screen.addEventListener('click', event => act(event, i)));
  form.addEventListener('submit', event => event.preventDefault());
  notToday.addEventListener('click', event => decide(event.target.closest('button')?.value));
  addEventListener('popstate', event => over || under || show(event.state?.screen ?? 0));
  addEventListener('pageshow', event => event.persisted && location.reload());
  draft.onSentElsewhere(() => over || end('sent'));
  if (kiosk) {
    leaveWhenIdle(document.getElementById('still-there'), () => !under && !over, leave);
  }
  if (kept?.pending) {
    send(kept.pending);
  }
}

function keep() {
  draft.write({ parts: parts.map(part => part.state()) });
}

function act(event, i) {
  switch (event.target.closest('[data-act]')?.dataset.act) {
    case 'on':
      parts[i].open() ? askAboutOpen(i) : on(i);
      break;
    case 'leave-open':
      on(i);
      break;
    case 'show-open':
      screens[i].querySelector('.left-open').hidden = true;
      parts[i].open()?.focus();
      break;
    case 'back':
      kiosk ? show(i - 1) : history.back();
      break;
    case 'not-today':
      notToday.showModal();
      break;
    default:
  }
}

function askAboutOpen(i) {
  const notice = screens[i].querySelector('.left-open');
  notice.hidden = false;
  notice.querySelector('button').focus();
}

function on(i) {
  screens[i].querySelector('.left-open').hidden = true;
  if (i + 1 < screens.length) {
    show(i + 1);
    if (!kiosk) {
      history.pushState({ screen: i + 1 }, '');
    }
  } else {
    send(parts.map(part => ({ instrument: part.instrument, answers: part.answers() })));
  }
}

function decide(answer) {
  if (answer) {
    notToday.close();
  }
  if (answer === 'yes') {
    send(parts.map(part => ({ instrument: part.instrument, declined: true })));
  }
}

function show(screen) {
  screens[shown].hidden = true;
  screens[screen].hidden = false;
  shown = screen;
  scrollTo(0, 0);
  screens[screen].querySelector('h1').focus({ preventScroll: true });
}

async function send(ratings) {
  if (under) {
    return;
  }
  under = true;
  draft.write({ parts: parts.map(part => part.state()), pending: ratings });
  screens.forEach(screen => (screen.hidden = true));
  tell(state.dataset.sending);
  const outcome = await deliver(location.pathname, { ratings }, tryNow, waiting => {
    tell(waiting ? state.dataset.waiting : state.dataset.sending);
    tryNow.hidden = !waiting;
  });
  if (over) {
    return;
  }
  if (outcome === 'sent') {
    draft.sent();
    end('done');
  } else if (outcome === 'closed') {
    draft.clear();
    location.reload();
  } else {
    draft.clear();
    end('fault');
  }
}

function tell(words) {
  state.hidden = false;
  state.textContent = words;
}

/** Nothing of the form is left in the page, nor in the entry of the history that leads to it. */
function end(name) {
  over = true;
  const page = document.getElementById(name).content.cloneNode(true);
  const title = page.querySelector('h1');
  document.querySelectorAll('dialog, #language').forEach(one => one.remove());
  form.replaceWith(page);
  document.title = `${title.textContent} · Attune`;
  if (name === 'done') {
    history.replaceState(null, '', neutral(''));
  }
  scrollTo(0, 0);
  title.focus({ preventScroll: true });
}

function leave() {
  location.replace(neutral('&left=1'));
}

function neutral(how) {
  const lang = encodeURIComponent(form.dataset.lang);
  return `/forms/done?lang=${lang}${kiosk ? '&kiosk=1' : ''}${how}`;
}
