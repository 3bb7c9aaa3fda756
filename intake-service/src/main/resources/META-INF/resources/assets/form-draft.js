const PREFIX = 'attune-form:';

/**
 * What is filled in and not sent yet, kept in this browser until it is sent or the link has ended.
 * Afterwards all that is kept is that it was sent. Where a browser keeps nothing, neither do we.
 */
export class Draft {
  constructor(form, until) {
    this.key = form === null ? null : PREFIX + form;
    this.until = until;
    this.forgetEnded();
  }

  read() {
    return this.key === null ? null : parsed(stored(() => localStorage.getItem(this.key)));
  }

  write(content) {
    if (this.key !== null) {
      const text = JSON.stringify({ ...content, until: this.until });
      stored(() => localStorage.setItem(this.key, text));
    }
  }

  sent() {
    this.write({ sent: true });
  }

  clear() {
    if (this.key !== null) {
      stored(() => localStorage.removeItem(this.key));
    }
  }

  /** Another window of this browser has sent the same form. */
  onSentElsewhere(then) {
    addEventListener('storage', event => {
      if (event.key === this.key && parsed(event.newValue)?.sent) {
        then();
      }
    });
  }

  forgetEnded() {
    stored(() =>
      Object.keys(localStorage)
        .filter(key => key.startsWith(PREFIX))
        .filter(key => !(parsed(localStorage.getItem(key))?.until > Date.now()))
        .forEach(key => localStorage.removeItem(key)));
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function stored(action) {
  try {
    return action() ?? null;
  } catch {
    return null;
  }
}
