const IDLE = 3 * 60_000;
const LAST_CALL = 60_000;

/**
 * Leaves a form that somebody has walked away from, so that the next person does not see it; asks
 * first, and waits a minute for the answer.
 */
export function leaveWhenIdle(dialog, filling, leave) {
  let timer;
  const ask = () => {
    if (filling()) {
      dialog.showModal();
      timer = setTimeout(leave, LAST_CALL);
    }
  };
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, IDLE);
  };
  const touched = () => {
    if (!dialog.open) {
      wait();
    }
  };
  ['pointerdown', 'keydown', 'scroll', 'input'].forEach(kind =>
    addEventListener(kind, touched, { passive: true }));
  dialog.addEventListener('click', event => event.target.closest('button') && dialog.close());
  dialog.addEventListener('close', wait);
  wait();
}
